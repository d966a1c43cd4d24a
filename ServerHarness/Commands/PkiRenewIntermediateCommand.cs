using System.CommandLine;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki renew-intermediate</c>: a new certificate for the intermediate's key.</summary>
internal sealed class PkiRenewIntermediateCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<Lifetime?> _lifetime = PkiOptions.Lifetime("--lifetime", "the intermediate");
    private readonly PassphraseOptions _passphrase = PassphraseOptions.OfAuthorities();

    public PkiRenewIntermediateCommand(Terminal terminal)
        : base(terminal, "renew-intermediate", "Renew the intermediate with the root's key; its own key, and all that it has signed, stay.")
    {
        Options.Add(_folder);
        Options.Add(_lifetime);
        _passphrase.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki renew-intermediate --lifetime 6y", "the same key for six more years; servers and devices send the new certificate from now on"),
    ];

    protected override string Doing => "signing";

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var pki = PkiFolder.Open(line.GetRequiredValue(_folder), passphrase: _passphrase.ForAuthorities(line, Terminal));
        var renewed = pki.RenewIntermediate(line.GetValue(_lifetime));
        if (IsJson(line))
        {
            Terminal.Json(renewed);
            return Task.FromResult(ExitCode.Ok);
        }

        IssuedReport.Write(Terminal, renewed.Certificate);
        Terminal.Line($"  {pki.Layout.CaChain}", "for servers and devices to trust:");
        foreach (var file in renewed.Chains)
        {
            Terminal.Line($"  chain        {file}");
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
