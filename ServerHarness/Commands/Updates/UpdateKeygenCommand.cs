using System.CommandLine;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Keys;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary><c>update keygen</c>: the signing key of <c>pki update-key</c>, and the key set that devices are given.</summary>
internal sealed class UpdateKeygenCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly PassphraseOptions _passphrase = UpdateOptions.Passphrase();

    public UpdateKeygenCommand(Terminal terminal)
        : base(terminal, "keygen", "Make the key that signs updates and the first key set, for devices to trust. Running it again changes nothing.")
    {
        Options.Add(_folder);
        _passphrase.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("update keygen", "Certificates/out/updates/update-signing.key.pem, and update-keys.cbor for the device's flash"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var folder = line.GetRequiredValue(_folder);
        var made = UpdateSigningKey.Ensure(folder, _passphrase.Given(line));
        var files = new UpdateKeyFiles(folder);
        files.EnsureFirstSet(UpdatePublicKey.Read(made.PublicKeyFile));
        var set = files.Current();
        if (IsJson(line))
        {
            Terminal.Json(new { made.Outcome, made.KeyFile, made.PublicKeyFile, made.KeyEncrypted, keySet = files.FirstSet, set.Version, set.Threshold, keys = set.Ids.Select(i => i.ToString()) });
            return Task.FromResult(ExitCode.Ok);
        }

        var created = made.Outcome == IssueOutcome.Created;
        Terminal.Line(" update-signing key", created ? "created" : "unchanged", created ? "green" : "grey");
        Terminal.Line($"  key          {made.KeyFile}{(made.KeyEncrypted ? "" : " (not encrypted)")}");
        Terminal.Line($"  public key   {made.PublicKeyFile}");
        Terminal.Line($"  key set      {files.FirstSet}");
        Terminal.Line($"  in force     set {set.Version}: {set.Threshold} of {string.Join(", ", set.Ids)}");
        return Task.FromResult(ExitCode.Ok);
    }
}
