using System.CommandLine;
using SecureEsp.ServerHarness.Updates;
using SecureEsp.ServerHarness.Updates.Checks;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary><c>update verify</c>: what a device would find, from its keys on.</summary>
internal sealed class UpdateVerifyCommand : HarnessCommand
{
    private readonly Argument<string> _file = UpdateOptions.File("BUNDLE", "The bundle.");
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _keySet = UpdateOptions.Path("--key-set", "The key set that the device has; without it that of 'update keygen'.");
    private readonly Option<string?> _decryptWith = UpdateOptions.Path("--decrypt-with", "The key of an encrypted payload, in hexadecimal; without it the images are not looked at.");

    public UpdateVerifyCommand(Terminal terminal)
        : base(terminal, "verify", "Verify a bundle: keys, signatures, digests, images.")
    {
        Arguments.Add(_file);
        Options.Add(_keySet);
        Options.Add(_decryptWith);
        Options.Add(_folder);
    }

    public override IReadOnlyList<Example> Examples => [new("update verify blink-1.0.0.bundle", "exit code 0 only if a device with these keys would take it for genuine")];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var file = line.GetRequiredValue(_file);
        var bundle = BundleFile.Read(file);
        var keys = line.GetValue(_keySet) is { } path ? UpdateKeyFiles.ReadSet(path) : new UpdateKeyFiles(line.GetRequiredValue(_folder)).ReadFirstSet();
        var key = line.GetValue(_decryptWith) is { } secret ? UpdateOptions.PayloadKey(secret) : null;
        var images = BundleFile.Told(file, () => BundleCheck.Verify(bundle, keys, key));
        var manifest = ManifestReader.Read(bundle.Manifest);
        if (manifest.Expires < DateTimeOffset.UtcNow)
        {
            throw new HarnessException($"{file} is refused: it has expired on {manifest.Expires:u}", "build and sign it anew");
        }

        if (IsJson(line))
        {
            Terminal.Json(new { file, verified = true, manifest.Product, version = manifest.Version.ToString(), manifest.Sequence, images = images.Select(i => i.Name) });
        }
        else
        {
            Terminal.Line($" {file}: {manifest.Product} {manifest.Version}, signed by {string.Join(", ", manifest.Signers)}{(images.Count == 0 ? "; its encrypted images were not looked at" : "")}", "verified", "green");
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
