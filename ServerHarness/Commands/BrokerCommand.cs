using System.CommandLine;
using System.Net;
using SecureEsp.ServerHarness.Broker;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>broker</c>: mosquitto until a signal.</summary>
internal sealed class BrokerCommand : HarnessCommand
{
    private readonly BrokerFlags _flags = new();
    private readonly Option<string> _mosquitto = new("--mosquitto")
    {
        Description = "The mosquitto program.", HelpName = "PATH", DefaultValueFactory = _ => "mosquitto",
    };

    private readonly Option<string?> _persistence = new("--persistence")
    {
        Description = "Keep retained messages, subscriptions and what waits in this folder.", HelpName = "FOLDER",
    };

    private readonly Option<string> _logLevel = new("--log-level")
    {
        Description = "error, warning, information, or debug, which shows every packet.", DefaultValueFactory = _ => "information",
    };

    private readonly Option<int> _restarts =
        BrokerFlags.Count("--restart-limit", "Restarts in a row if mosquitto ends by itself, with growing pauses; 0 for none.", new RestartPolicy().Limit);

    public BrokerCommand(Terminal terminal)
        : base(
            terminal,
            "broker",
            "Run the mosquitto broker: TLS 1.3, client certificates only, each device on its own topics. Ends on SIGINT or SIGTERM.")
    {
        _logLevel.AcceptOnlyFromAmong("error", "warning", "information", "debug");
        foreach (var option in _flags.All.Concat([_persistence, _logLevel, _restarts, _mosquitto]))
        {
            Options.Add(option);
        }

        Subcommands.Add(new BrokerCheckCommand(terminal));
        Subcommands.Add(new BrokerConfigCommand(terminal));
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("broker", "mqtts://localhost:8883 for devices and operators with a certificate"),
        new("broker --seed-topics", "and for firmware that logs to /esp/log"),
        new("broker --bind 0.0.0.0 --name server.test", "for boards on the network"),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var json = IsJson(line);
        var options = _flags.Read(line) with
        {
            Program = line.GetRequiredValue(_mosquitto),
            PersistenceFolder = line.GetValue(_persistence),
            LogLevel = Enum.Parse<BrokerLogLevel>(line.GetRequiredValue(_logLevel), ignoreCase: true),
        };
        await using var broker = await MosquittoBroker.StartAsync(options, it => Observe(it, json), cancellation);
        Tell("ready", $"mqtts://{new IPEndPoint(options.Address, broker.Port)}");
        var supervision = new BrokerSupervision(broker, new() { Limit = line.GetValue(_restarts) });
        supervision.Happened += (what, words) => Tell(what, words);
        await supervision.RunAsync(cancellation);
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

        void Tell(string what, string words)
        {
            if (!json)
            {
                Terminal.Line(" " + Text.Printable(words), what, what == "ready" ? "green" : "yellow");
            }
            else if (what == "ready")
            {
                Terminal.Json(new { @event = what, url = words, process = broker.ProcessId });
            }
            else
            {
                Terminal.Json(new { @event = what, text = words, process = broker.ProcessId });
            }
        }
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
