using System.CommandLine;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates;
using SecureEsp.ServerHarness.Updates.Building;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary><c>update sign</c>: one more signature for a bundle, made here or brought along; or the signature of any file.</summary>
internal sealed class UpdateSignCommand : HarnessCommand
{
    private readonly Argument<string> _file = UpdateOptions.File("FILE", "The bundle, which is changed in place; or any file, with --detached.");
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _key = UpdateOptions.Key();
    private readonly PassphraseOptions _passphrase = UpdateOptions.Passphrase();
    private readonly Option<string?> _signature = UpdateOptions.Path("--signature", "A signature of the bundle's manifest made elsewhere, as by 'openssl dgst -sha256 -sign'. Needs --public-key.");
    private readonly Option<string?> _publicKey = UpdateOptions.Path("--public-key", "Whose signature that is (PEM).");
    private readonly Option<bool> _detached = new("--detached") { Description = "Write FILE.sig, the signature of the file as it is." };

    public UpdateSignCommand(Terminal terminal)
        : base(terminal, "sign", "Sign a bundle with the update key, or put in a signature that was made elsewhere.")
    {
        Arguments.Add(_file);
        Options.Add(_key);
        _passphrase.AddTo(this);
        Options.Add(_signature);
        Options.Add(_publicKey);
        Options.Add(_detached);
        Options.Add(_folder);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("update sign blink-1.0.0.bundle", "with Certificates/out/updates/update-signing.key.pem"),
        new("update sign blink-1.1.0.bundle --key Certificates/out/updates/update-signing.key.pem", "with a key at another place"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var file = line.GetRequiredValue(_file);
        if (line.GetValue(_detached))
        {
            if (!File.Exists(file))
            {
                throw new HarnessException($"there is no {file}", "name the file to sign", ExitCode.Missing);
            }

            using var signer = UpdateOptions.Signer(Terminal, line, _folder, _key, _passphrase);
            Report(line, DetachedSignature.Write(file, signer), signer.PublicKey.Id, []);
            return Task.FromResult(ExitCode.Ok);
        }

        var bundle = BundleFile.Read(file);
        var (key, signature) = Signature(line, bundle);
        var signed = BundleFile.Told(file, () => BundleSigning.Add(bundle, key, signature));
        BundleFile.Write(file, signed);
        var done = BundleSigning.Read(signed).Select(s => s.Key);
        Report(line, file, key.Id, [.. ManifestReader.Read(signed.Manifest).Signers.Except(done)]);
        return Task.FromResult(ExitCode.Ok);
    }

    private (UpdatePublicKey Key, KeySignature Signature) Signature(ParseResult line, Bundle bundle)
    {
        switch (line.GetValue(_signature), line.GetValue(_publicKey))
        {
            case (null, null):
                using (var signer = UpdateOptions.Signer(Terminal, line, _folder, _key, _passphrase))
                {
                    return (signer.PublicKey, signer.Sign(bundle.Manifest));
                }

            case ({ } path, { } publicKey):
                var key = UpdatePublicKey.Read(publicKey);
                return File.Exists(path)
                    ? (key, new(key.Id, File.ReadAllBytes(path)))
                    : throw new HarnessException($"there is no {path}", "make it: openssl dgst -sha256 -sign KEY -out FILE manifest.cbor", ExitCode.Missing);

            default:
                throw new HarnessException("--signature and --public-key belong together", "give both, or neither", ExitCode.Usage);
        }
    }

    private void Report(ParseResult line, string file, KeyId key, IReadOnlyList<KeyId> missing)
    {
        if (IsJson(line))
        {
            Terminal.Json(new { file, key = key.ToString(), missing = missing.Select(m => m.ToString()) });
            return;
        }

        Terminal.Line($" {file} by {key}", "signed", "green");
        if (missing.Count > 0)
        {
            Terminal.Line($"  still wanted {string.Join(", ", missing)}");
        }
    }
}
