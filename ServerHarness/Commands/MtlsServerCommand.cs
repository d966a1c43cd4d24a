using System.CommandLine;
using System.Net;
using SecureEsp.ServerHarness.Mtls;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>mtls server</c>.</summary>
internal sealed class MtlsServerCommand : HarnessCommand
{
    private readonly MtlsFlags _flags = new(listens: true);
    private readonly Option<IPAddress> _bind = SharedOptions.Bind();
    private readonly Option<bool> _once = new("--once") { Description = "End after one connection; exit code 0 only if it was verified." };

    public MtlsServerCommand(Terminal terminal)
        : base(terminal, "server", "Take mutual-TLS connections, verify each client, and say what is wrong with it. Ends on SIGINT or SIGTERM.")
    {
        foreach (var option in _flags.All.Concat([_bind, _once]))
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new(
            "mtls server --ca-certificate Certificates/out/ca-chain.cert.pem --certificate Certificates/out/servers/server.test/server.cert.pem"
            + " --private-key Certificates/out/servers/server.test/server.key.pem",
            "on port 4433 of this machine"),
        new(
            "mtls server --device --ca-certificate Certificates/out/ca-chain.cert.pem --certificate Certificates/out/servers/server.test/server.cert.pem"
            + " --private-key Certificates/out/servers/server.test/server.key.pem",
            "by the firmware's TLS code, on port 4433 of the device, whose address is told"),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var options = _flags.Read(line, line.GetRequiredValue(_bind).ToString());
        if (_flags.IsDevice(line))
        {
            return await new MtlsDevice(Terminal, IsJson(line), _flags.Verbosity(line)).ServeAsync(options, line.GetValue(_once), cancellation);
        }

        var report = new MtlsReport(Terminal, IsJson(line), _flags.Verbosity(line), options.CaFile);
        using var server = MtlsServer.Start(options, report.Step);
        if (options.Port == 0)
        {
            report.Step($"The port is {server.Port}.");
        }

        MtlsOutcome? last = null;
        await server.RunAsync(
            outcome =>
            {
                last = outcome;
                report.Write(outcome, MtlsWords.Server);
            },
            line.GetValue(_once) ? 1 : null,
            cancellation);
        return line.GetValue(_once) && last?.Error is { } error ? throw new HarnessException(error.Meaning, error.Remedy) : ExitCode.Ok;
    }
}
