using System.CommandLine;
using SecureEsp.ServerHarness.Updates;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary><c>update rotate</c>: the next key set. It travels with every bundle that is built from then on.</summary>
internal sealed class UpdateRotateCommand : HarnessCommand
{
    private readonly Option<string[]> _add = new("--add") { Description = "Public key (PEM) that may sign from now on; may be repeated.", HelpName = "FILE" };
    private readonly Option<string[]> _remove = new("--remove") { Description = "Id of a key that may no longer sign; may be repeated.", HelpName = "KEY" };
    private readonly Option<int?> _threshold = new("--threshold") { Description = "How many keys must sign; as before unless given.", HelpName = "NUMBER" };
    private readonly Option<string[]> _keys = new("--key") { Description = "Private keys that sign the new set: enough of the old ones and enough of the new ones. The one of 'update keygen' unless given.", HelpName = "FILE" };
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly PassphraseOptions _passphrase = UpdateOptions.Passphrase();

    public UpdateRotateCommand(Terminal terminal)
        : base(terminal, "rotate", "Change the keys that may sign: add, revoke, or ask for more of them. The old keys sign the new set.")
    {
        Options.Add(_add);
        Options.Add(_remove);
        Options.Add(_threshold);
        Options.Add(_keys);
        _passphrase.AddTo(this);
        Options.Add(_folder);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("update rotate --add release-keys/updates/update-signing.pub.pem", "from now on that key of 'pki update-key --folder release-keys' may sign too"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var files = new UpdateKeyFiles(line.GetRequiredValue(_folder));
        var current = files.Current();
        var next = Next(line, current);
        var signed = next.ToArray();
        var signatures = new List<KeySignature>();
        foreach (var path in line.GetValue(_keys) is { Length: > 0 } given ? given : [files.SigningKey])
        {
            using var signer = UpdateSigner.Open(path, () => _passphrase.Given(line) ?? Terminal.Ask($"passphrase of {path}: "));
            signatures.Add(signer.Sign(signed));
        }

        List<KeyChainLink> chain = [.. files.ReadChain(), new(next, [.. signatures.DistinctBy(s => s.Key).OrderBy(s => s.Key)])];
        try
        {
            // What devices would refuse must not be written; nor what cannot be read again.
            KeyHistory.Follow(files.ReadFirstSet(), KeyChain.Read(KeyChain.Write(chain)));
        }
        catch (BundleException e)
        {
            throw new HarnessException(e.Message, "sign with enough of the old keys and of the new ones: repeat --key", inner: e);
        }

        files.WriteChain(chain);
        Report(line, next, files.Chain);
        return Task.FromResult(ExitCode.Ok);
    }

    private KeySet Next(ParseResult line, KeySet current)
    {
        var removed = line.GetValue(_remove) ?? [];
        if (removed.FirstOrDefault(id => current.Ids.All(i => i.ToString() != id)) is { } unknown)
        {
            throw new HarnessException($"there is no key {unknown} in set {current.Version}", $"it has {string.Join(", ", current.Ids)}", ExitCode.Usage);
        }

        var points = current.Points.Where(p => !removed.Contains(KeyId.Of(p).ToString())).Concat((line.GetValue(_add) ?? []).Select(f => UpdatePublicKey.Read(f).Point));
        var next = new KeySet(checked(current.Version + 1), line.GetValue(_threshold) ?? current.Threshold, [.. points]);
        try
        {
            return KeySet.Read(next.ToArray());
        }
        catch (BundleException e)
        {
            throw new HarnessException($"that is no key set: {e.Message}", $"1 to {KeySet.MaxKeys} different keys, and no more signatures than keys", ExitCode.Usage, e);
        }
    }

    private void Report(ParseResult line, KeySet set, string file)
    {
        if (IsJson(line))
        {
            Terminal.Json(new { set.Version, set.Threshold, keys = set.Ids.Select(i => i.ToString()), chain = file });
            return;
        }

        Terminal.Line($" set {set.Version}: {set.Threshold} of {string.Join(", ", set.Ids)}", "in force", "green");
        Terminal.Line($"  key chain    {file}");
    }
}
