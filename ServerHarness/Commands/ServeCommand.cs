using System.CommandLine;
using System.Runtime.InteropServices;
using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>serve</c>: the HTTPS endpoint until a signal.</summary>
internal sealed class ServeCommand : HarnessCommand
{
    private static readonly TimeSpan s_soon = TimeSpan.FromDays(14);

    private readonly ServeOptions _options = new();
    private readonly Option<string?> _config = Layers.Config();

    public ServeCommand(Terminal terminal)
        : base(terminal, "serve", "Run the HTTPS endpoint: TLS 1.3, client certificates, the guide's page. Ends on SIGINT or SIGTERM.")
    {
        foreach (var option in _options.All.Append(_config))
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("serve", "https://localhost:8443 for clients with a certificate, http://localhost:8080 redirects"),
        new("serve --client-certificates off", "the guide's step \"disable mTLS\": everybody is served"),
        new("serve --bind 0.0.0.0 --name server.test", "for boards on the network"),
        new("serve --tls12 --curves secp384r1,P-256", "the guide's curve first, and TLS 1.2 for older firmware"),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var report = new ServeReport(Terminal, IsJson(line));
        line = new Layers(this, _options.All, _config).Merge(line, Environment.GetEnvironmentVariable);
        var options = _options.Endpoint(line) with { OpenSslIsSet = true };
        var curves = _options.Curves(line);
        if (OpenSslSettings.Apply(curves) is { } failure)
        {
            if (_options.CurvesAreChosen(line))
            {
                throw new HarnessException($"--curves has no effect here: {failure}", "leave it out", ExitCode.Missing);
            }

            options = options with { OpenSslIsSet = false };
            report.Note($"curves and session tickets are as this system has them: {failure}");
        }

        await using var server = await EndpointServer.StartAsync(options, report.Observe, cancellation);
        using var hangUp = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            server.Reload();
        });
        report.Ready(options, server, curves);
        if (server.RevocationListsEnd is { } end && end - DateTimeOffset.UtcNow < s_soon)
        {
            report.Note($"a revocation list ends at {end:u}: from then on clients are refused until there is a newer one ('pki init' makes it)");
        }

        await ServiceManager.Notify("READY=1");
        await cancellation.Signalled();
        await ServiceManager.Notify("STOPPING=1");
        await server.StopAsync();
        report.Stopped();
        return ExitCode.Ok;
    }
}
