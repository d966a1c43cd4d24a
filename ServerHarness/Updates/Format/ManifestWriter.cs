namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>A manifest's bytes: one CBOR map with the numbers of DeviceApp/Update/README.md as keys.</summary>
internal static class ManifestWriter
{
    public const int Format = 1;

    public static byte[] Write(Manifest manifest)
    {
        var cbor = new CborWriter().Map(manifest.Encryption is null ? 11 : 12)
            .Number(1).Number(Format)
            .Number(2).Text(manifest.Product)
            .Number(3).Text(manifest.Target)
            .Number(4).Number(manifest.Sequence);
        Version(cbor.Number(5), manifest.Version);
        Version(cbor.Number(6), manifest.Floor);
        cbor.Number(7).Number((ulong)manifest.Expires.ToUnixTimeSeconds());
        cbor.Number(8).Array(manifest.Images.Count);
        foreach (var image in manifest.Images)
        {
            Image(cbor, image);
        }

        cbor.Number(9).Map(3).Number(1).Number((ulong)manifest.PayloadSize).Number(2).Number(ChunkDigests.ChunkSize).Number(3).Array(manifest.Pages.Count);
        foreach (var page in manifest.Pages)
        {
            cbor.Bytes(page);
        }

        if (manifest.Encryption is { } e)
        {
            cbor.Number(10).Map(4).Number(1).Number(PayloadEncryption.Algorithm).Number(2).Text(e.KeyId).Number(3).Bytes(e.Iv).Number(4).Bytes(e.Mac);
        }

        cbor.Number(11).Array(manifest.Signers.Count);
        foreach (var signer in manifest.Signers)
        {
            cbor.Bytes(signer.ToArray());
        }

        return cbor.Number(12).Text(manifest.EntryType).ToArray();
    }

    private static void Version(CborWriter cbor, SemanticVersion version) =>
        cbor.Array(3).Number(version.Major).Number(version.Minor).Number(version.Patch);

    private static void Image(CborWriter cbor, ManifestImage image)
    {
        var version = image.Version;
        cbor.Map(6).Number(1).Text(image.Name)
            .Number(2).Array(4).Number((ulong)version.Major).Number((ulong)version.Minor).Number((ulong)version.Build).Number((ulong)version.Revision)
            .Number(3).Number((ulong)image.Size)
            .Number(4).Number(ManifestImage.PeFormat)
            .Number(5).Array(image.References.Count);
        foreach (var reference in image.References)
        {
            cbor.Array(3).Text(reference.Name).Number((ulong)reference.Version.Major).Number((ulong)reference.Version.Minor);
        }

        cbor.Number(6).Bytes(image.Sha256);
    }
}
