using System.CommandLine;
using SecureEsp.ServerHarness.Mtls;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>mtls client</c>.</summary>
internal sealed class MtlsClientCommand : HarnessCommand
{
    private readonly MtlsFlags _flags = new(listens: false);
    private readonly Option<string> _server = new("--server") { Description = "The server's name or address.", HelpName = "HOST", Required = true };
    private readonly Option<string?> _name = new("--server-name")
    {
        Description = "The name that the server's certificate must carry, where it is not --server.", HelpName = "NAME",
    };

    public MtlsClientCommand(Terminal terminal)
        : base(terminal, "client", "Connect to a mutual-TLS server, verify it and its name, and see whether it accepts our certificate.")
    {
        foreach (var option in _flags.All.Concat([_server, _name]))
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new(
            "mtls client --ca-certificate Certificates/out/ca-chain.cert.pem --certificate Certificates/out/devices/esp32-kitchen/client.cert.pem"
            + " --private-key Certificates/out/devices/esp32-kitchen/client.key.pem --server localhost",
            "while 'mtls server' runs in another terminal; exit code 0 only after a verified handshake"),
        new(
            "mtls client --device --ca-certificate Certificates/out/ca-chain.cert.pem --certificate Certificates/out/devices/esp32-kitchen/client.cert.pem"
            + " --private-key Certificates/out/devices/esp32-kitchen/client.key.pem --server localhost",
            "the same by the firmware's TLS code"),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var options = _flags.Read(line, line.GetRequiredValue(_server)) with { ServerName = line.GetValue(_name) };
        if (_flags.IsDevice(line))
        {
            return await new MtlsDevice(Terminal, IsJson(line), _flags.Verbosity(line)).CallAsync(options, cancellation);
        }

        var report = new MtlsReport(Terminal, IsJson(line), _flags.Verbosity(line), options.CaFile);
        var outcome = await MtlsClient.RunAsync(options, report.Step, cancellation);
        report.Write(outcome, MtlsWords.Client);
        return outcome.Error is { } error ? throw new HarnessException(error.Meaning, error.Remedy) : ExitCode.Ok;
    }
}
