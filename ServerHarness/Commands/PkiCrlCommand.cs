using System.CommandLine;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki crl</c>: new revocation lists.</summary>
internal sealed class PkiCrlCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly PassphraseOptions _passphrase = PassphraseOptions.OfAuthorities();

    public PkiCrlCommand(Terminal terminal)
        : base(terminal, "crl", "Make the revocation lists anew, so that they do not become overdue.")
    {
        Options.Add(_folder);
        _passphrase.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples => [new("pki crl", "Certificates/out/ca.crl.pem and operator-ca.crl.pem; run it monthly")];

    protected override string Doing => "signing the lists";

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var pki = PkiFolder.Open(line.GetRequiredValue(_folder), passphrase: _passphrase.ForAuthorities(line, Terminal));
        foreach (var authority in pki.RenewRevocationLists())
        {
            var file = pki.Layout.RevocationList(authority);
            var list = RevocationListFile.ReadAll(file)[0];
            if (IsJson(line))
            {
                Terminal.Json(new { authority, file, list.ThisUpdate, list.NextUpdate, revoked = list.Count });
            }
            else
            {
                Terminal.Line($" {authority}: {list.Count} revoked, next one due {list.NextUpdate:yyyy-MM-dd HH:mm:ss} UTC", "list", "green");
                Terminal.Line($"  file         {file}");
            }
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
