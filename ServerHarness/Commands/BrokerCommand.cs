using System.CommandLine;
using System.Net;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>broker</c>: mosquitto until a signal.</summary>
internal sealed class BrokerCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _name = SharedOptions.Name();
    private readonly Option<IPAddress> _bind = SharedOptions.Bind();
    private readonly Option<int> _port = SharedOptions.Port("--port", "The port for MQTT over TLS.", BrokerOptions.DefaultPort);
    private readonly Option<bool> _allowTls12 = new("--allow-tls12")
    {
        Description = "Take TLS 1.2 too, for boards with images older than July 2026.",
    };

    private readonly Option<string> _mosquitto = new("--mosquitto")
    {
        Description = "The mosquitto program.", HelpName = "PATH", DefaultValueFactory = _ => "mosquitto",
    };

    public BrokerCommand(Terminal terminal)
        : base(terminal, "broker", "Run the mosquitto broker: TLS 1.3, client certificates only. Ends on SIGINT or SIGTERM.")
    {
        foreach (var option in new Option[] { _folder, _name, _bind, _port, _allowTls12, _mosquitto })
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("broker", "mqtts://localhost:8883 for devices and operators with a certificate"),
        new("broker --bind 0.0.0.0 --name server.test", "for boards on the network"),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var json = IsJson(line);
        var pki = PkiFolder.Open(line.GetRequiredValue(_folder));
        var options = BrokerOptions.For(pki, ServerChoice.Choose(pki, line.GetValue(_name))) with
        {
            Address = line.GetRequiredValue(_bind),
            Port = line.GetValue(_port),
            AllowTls12 = line.GetValue(_allowTls12),
            Program = line.GetRequiredValue(_mosquitto),
        };
        await using var broker = await MosquittoBroker.StartAsync(options, it => Observe(it, json), cancellation);
        var url = $"mqtts://{new IPEndPoint(options.Address, broker.Port)}";
        if (json)
        {
            Terminal.Json(new { @event = "ready", url, process = broker.ProcessId });
        }
        else
        {
            Terminal.Line($" {url}", "ready", "green");
        }

        var ended = broker.Ended;
        await Task.WhenAny(ended, cancellation.Signalled());

        // A Ctrl+C reaches mosquitto too, which then ends by itself with 0, perhaps before we are told.
        if (ended.IsCompletedSuccessfully && await ended is not 0 and var code && !cancellation.IsCancellationRequested)
        {
            throw BrokerFailure.Crashed(code, broker.LastLines);
        }

        await broker.StopAsync();
        if (json)
        {
            Terminal.Json(new { @event = "stopped" });
        }
        else
        {
            Terminal.Line("stopped");
        }

        return ExitCode.Ok;
    }

    private void Observe(MosquittoBroker broker, bool json)
    {
        if (json)
        {
            broker.Output += text => Terminal.Json(new { @event = "output", text });
        }
        else
        {
            broker.Output += text => Terminal.Line(Text.Printable(text));
        }
    }
}
