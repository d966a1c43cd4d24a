using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki revoke</c>: certificates that nobody may accept any more.</summary>
internal sealed class PkiRevokeCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Argument<string?> _kind = PkiArguments.Kind();
    private readonly Argument<string?> _name = PkiArguments.Name();
    private readonly PassphraseOptions _passphrase = PassphraseOptions.OfAuthorities();
    private readonly Option<string?> _reason = new("--reason") { Description = "Why, written into the list.", HelpName = "REASON" };

    public PkiRevokeCommand(Terminal terminal)
        : base(terminal, "revoke", "Revoke every certificate of a server, device or operator, and write the revocation list.")
    {
        _reason.AcceptOnlyFromAmong([.. Revocation.Reasons.Keys]);
        Arguments.Add(_kind);
        Arguments.Add(_name);
        _name.CompletionSources.Add(NameSuggestions.Of(_kind, _folder));
        Options.Add(_reason);
        Options.Add(_folder);
        _passphrase.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki revoke device esp32-lost --reason keyCompromise", "ca.crl.pem names all its certificates, renewed ones too"),
    ];

    protected override string Doing => "signing the list";

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var reason = line.GetValue(_reason) is { } name ? Revocation.Reasons[name] : (X509RevocationReason?)null;
        var pki = PkiFolder.Open(line.GetRequiredValue(_folder), passphrase: _passphrase.ForAuthorities(line, Terminal));
        var revoked = pki.Revoke(line.GetValue(_kind)!, line.GetValue(_name)!, reason);
        if (IsJson(line))
        {
            Terminal.Json(revoked);
            return Task.FromResult(ExitCode.Ok);
        }

        var none = revoked.SerialNumbers.Count == 0;
        Terminal.Line($" {revoked.Kind} {revoked.Name}", none ? "unchanged" : "revoked", none ? "grey" : "yellow");
        foreach (var serial in revoked.SerialNumbers)
        {
            Terminal.Line($"  serial       {serial}");
        }

        Terminal.Line($"  list         {revoked.List}");
        return Task.FromResult(ExitCode.Ok);
    }
}
