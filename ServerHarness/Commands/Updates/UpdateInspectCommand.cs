using System.CommandLine;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates;
using SecureEsp.ServerHarness.Updates.Building;
using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary><c>update inspect</c>: what a bundle says of itself, verified or not, and its parts as files.</summary>
internal sealed class UpdateInspectCommand : HarnessCommand
{
    private readonly Argument<string> _file = UpdateOptions.File("BUNDLE", "The bundle.");
    private readonly Option<string?> _extract = new("--extract") { Description = "Write manifest.cbor, KEY.sig for each signature and the payload's images into this folder.", HelpName = "FOLDER" };

    public UpdateInspectCommand(Terminal terminal)
        : base(terminal, "inspect", "Show what is in a bundle, trusted or not.")
    {
        Arguments.Add(_file);
        Options.Add(_extract);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("update inspect blink-1.0.0.bundle", "product, versions, images and signatures"),
        new("update inspect blink-1.0.0.bundle --extract parts", "then: openssl dgst -sha256 -verify PUBLIC-KEY -signature parts/KEY.sig parts/manifest.cbor"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var file = line.GetRequiredValue(_file);
        var bundle = BundleFile.Read(file);
        var manifest = ManifestReader.Read(bundle.Manifest);
        var signatures = BundleFile.Told(file, () => BundleSigning.Read(bundle));
        if (line.GetValue(_extract) is { } folder)
        {
            Extract(Path.GetFullPath(folder), bundle, manifest, signatures);
        }

        if (IsJson(line))
        {
            Json(manifest, signatures);
        }
        else
        {
            Lines(manifest, signatures);
        }

        return Task.FromResult(ExitCode.Ok);
    }

    private void Json(Manifest manifest, IReadOnlyList<KeySignature> signatures) => Terminal.Json(new
    {
        manifest.Product,
        manifest.Target,
        manifest.Sequence,
        version = manifest.Version.ToString(),
        floor = manifest.Floor.ToString(),
        manifest.Expires,
        manifest.EntryType,
        manifest.PayloadSize,
        encryptedWith = manifest.Encryption?.KeyId,
        images = manifest.Images.Select(i => new { i.Name, version = i.Version.ToString(), i.Size, references = i.References.Select(Spell), sha256 = Convert.ToHexStringLower(i.Sha256) }),
        signers = manifest.Signers.Select(s => s.ToString()),
        signatures = signatures.Select(s => s.Key.ToString()),
    });

    private void Lines(Manifest manifest, IReadOnlyList<KeySignature> signatures)
    {
        Terminal.Line($" {Text.Printable(manifest.Product)} {manifest.Version} for {Text.Printable(manifest.Target)}", "bundle");
        Terminal.Line($"  sequence     {manifest.Sequence}, floor {manifest.Floor}, until {manifest.Expires:yyyy-MM-dd HH:mm:ss} UTC");
        Terminal.Line($"  starts       {Text.Printable(manifest.EntryType)}");
        Terminal.Line($"  payload      {manifest.PayloadSize} bytes{(manifest.Encryption is { } e ? $", encrypted with {Text.Printable(e.KeyId)}" : "")}");
        foreach (var image in manifest.Images)
        {
            Terminal.Line(Text.Printable($"  image        {image.Name} {image.Version}, {image.Size} bytes, refers to {string.Join(", ", image.References.Select(Spell))}"));
        }

        foreach (var signer in manifest.Signers)
        {
            Terminal.Line($"  signer       {signer}{(signatures.Any(s => s.Key == signer) ? "" : " (has not signed yet)")}");
        }
    }

    private static string Spell(VirtualDevice.Images.AssemblyRow reference) => $"{reference.Name} {reference.Version.ToString(2)}";

    private static void Extract(string folder, Bundle bundle, Manifest manifest, IReadOnlyList<KeySignature> signatures)
    {
        AtomicFile.CreateFolder(folder);
        AtomicFile.Write(Path.Combine(folder, "manifest.cbor"), bundle.Manifest, AtomicFile.Public);
        foreach (var signature in signatures)
        {
            AtomicFile.Write(Path.Combine(folder, $"{signature.Key}.sig"), signature.Der, AtomicFile.Public);
        }

        if (manifest.Encryption is not null)
        {
            return;
        }

        var at = 0;
        for (var i = 0; i < manifest.Images.Count; i++)
        {
            // By number: the names come from the bundle, and could be paths.
            AtomicFile.Write(Path.Combine(folder, $"image-{i}.pe"), bundle.Payload.AsSpan(at, manifest.Images[i].Size), AtomicFile.Public);
            at += manifest.Images[i].Size;
        }
    }
}
