using System.CommandLine;
using System.Net;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Publishing;
using SecureEsp.ServerHarness.Updates.S3;
using SecureEsp.ServerHarness.Updates.Serving;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary><c>update serve</c>: the update server until a signal.</summary>
internal sealed class UpdateServeCommand : HarnessCommand
{
    private readonly UpdateServeOptions _options = new();

    public UpdateServeCommand(Terminal terminal)
        : base(terminal, "serve", "Run the update server: the update URL under mutual TLS, and the store behind pre-signed URLs. Ends on SIGINT or SIGTERM.")
    {
        foreach (var option in _options.All)
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("update serve --name server.test", "https://server.test:8444/update/Blink for devices; the bundles on port 8445"),
        new("update serve --name server.test --url-lifetime 1m --www .", "and this folder to everybody on port 8070, as 'openssl s_server -WWW' would"),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        // System.CommandLine hears signals only once this has given way.
        await Task.Yield();
        var report = new ServeReport(Terminal, IsJson(line));
        var options = _options.Read(line);
        await using var server = await UpdateServer.StartAsync(options, report.Observe, cancellation);
        await using var collector = _options.Collects(line)
            ? await ReportCollector.StartAsync(new StoreFolder(options.Store), _options.Client(line), TimeProvider.System, Observe(line), cancellation)
            : null;
        Ready(line, options, server);
        await cancellation.Signalled();
        await server.StopAsync();
        report.Stopped();
        return ExitCode.Ok;
    }

    private void Ready(ParseResult line, UpdateServerOptions options, UpdateServer server)
    {
        string Url(int port) => $"https://{new IPEndPoint(options.Endpoint.Address, port)}/";
        var store = server.StorePort is { } own ? Url(own) : options.Elsewhere!.Endpoint.ToString();
        if (IsJson(line))
        {
            Terminal.Json(new { @event = "ready", update = Url(server.Port) + "update/", store, www = server.FolderPort is { } port ? Url(port) : null });
            return;
        }

        Terminal.Line($" {Url(server.Port)}update/PRODUCT, bundles from {store}{(server.FolderPort is { } www ? $", a folder at {Url(www)}" : "")}", "ready", "green");
    }

    private Action<ReportCollector> Observe(ParseResult line) => collector =>
    {
        collector.Failed += reason => Terminal.Note($"a report could not be kept: {reason}");
        collector.Heard += (device, told) => Heard(line, device, told);
    };

    private void Heard(ParseResult line, string device, DeviceReport told)
    {
        if (IsJson(line))
        {
            Terminal.Json(new { @event = "report", device, told });
        }
        else
        {
            Terminal.Line(Text.Printable($"{told.At:yyyy-MM-ddTHH:mm:ssZ} {device} runs {told.Running ?? "?"}{(told.LastError is { } e ? $", {e}" : "")}"));
        }
    }
}
