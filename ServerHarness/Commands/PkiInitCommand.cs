using System.CommandLine;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki init</c>: the authorities.</summary>
internal sealed class PkiInitCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();

    public PkiInitCommand(Terminal terminal)
        : base(terminal, "init", "Make the root, the intermediate and the operators' CA. Running it again changes nothing.") =>
        Options.Add(_folder);

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki init", "the PKI in Certificates/out"),
        new("pki init --folder my-pki --json", "another one, told as JSON"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var pki = PkiFolder.OpenOrCreate(line.GetRequiredValue(_folder));
        if (IsJson(line))
        {
            Terminal.Json(new { pki.Layout.Folder, pki.Layout.CaChain, pki.Layout.OperatorCa, authorities = pki.Made });
            return Task.FromResult(ExitCode.Ok);
        }

        foreach (var authority in pki.Made)
        {
            IssuedReport.Write(Terminal, authority);
        }

        Terminal.Line($"  {pki.Layout.CaChain}", "for servers and devices to trust:");
        Terminal.Line($"  {pki.Layout.OperatorCa}", "for a device's own server to trust:");
        return Task.FromResult(ExitCode.Ok);
    }
}
