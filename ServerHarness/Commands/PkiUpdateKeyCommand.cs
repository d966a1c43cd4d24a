using System.CommandLine;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>pki update-key</c>: the key that signs updates.</summary>
internal sealed class PkiUpdateKeyCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly PassphraseOptions _passphrase = new("--passphrase-file", UpdateSigningKey.Variable, "the update key");

    public PkiUpdateKeyCommand(Terminal terminal)
        : base(terminal, "update-key", "Make the key that signs updates: P-256, none of TLS's. Running it again changes nothing.")
    {
        Options.Add(_folder);
        _passphrase.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("pki update-key", "Certificates/out/updates/update-signing.key.pem and update-signing.pub.pem"),
        new("pki update-key --folder release-keys", "kept apart from the PKI, for instance on another machine"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var made = UpdateSigningKey.Ensure(line.GetRequiredValue(_folder), _passphrase.Given(line));
        if (IsJson(line))
        {
            Terminal.Json(made);
            return Task.FromResult(ExitCode.Ok);
        }

        var created = made.Outcome == IssueOutcome.Created;
        Terminal.Line(" update-signing key", created ? "created" : "unchanged", created ? "green" : "grey");
        Terminal.Line($"  key          {made.KeyFile}{(made.KeyEncrypted ? "" : " (not encrypted)")}");
        Terminal.Line($"  public key   {made.PublicKeyFile}");
        Terminal.Line($"  point        {made.Point}");
        Terminal.Line($"  SHA-256      {made.Fingerprint}");
        return Task.FromResult(ExitCode.Ok);
    }
}
