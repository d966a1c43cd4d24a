using System.Security.Cryptography;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Updates.Building;

/// <summary>Makes a bundle that nobody has signed yet.</summary>
public static class BundleBuilder
{
    /// <exception cref="ImageException">An image is damaged.</exception>
    /// <exception cref="BundleException">A device would not read the manifest: a name is too long, a bound is exceeded.</exception>
    public static Bundle Build(BundleRequest request)
    {
        var plain = request.Images.SelectMany(i => i).ToArray();
        var iv = RandomNumberGenerator.GetBytes(16);
        var payload = request.Encryption is { } key ? PayloadCipher.Encrypt(key.Key, iv, plain) : plain;
        var list = ChunkDigests.List(payload);
        var pages = ChunkDigests.Pages(list);
        var manifest = ManifestWriter.Write(new()
        {
            Product = request.Product,
            Target = request.Target,
            Sequence = request.Sequence,
            Version = request.Version,
            Floor = request.Floor,
            Expires = request.Expires,
            Images = [.. request.Images.Select(Describe)],
            PayloadSize = payload.Length,
            Pages = pages,
            Encryption = request.Encryption is { } used ? new(used.Id, iv, PayloadCipher.Mac(used.Key, iv, payload.Length, pages)) : null,
            Signers = [.. request.Signers.Distinct().Order()],
            EntryType = request.EntryType,
        });

        // What cannot be read back would be signed in vain.
        ManifestReader.Read(manifest);
        return manifest.Length <= Bundle.MaxManifest
            ? new(KeyChain.Write(request.KeyChain), manifest, [], list, payload)
            : throw new BundleException($"the manifest has {manifest.Length} bytes and may have {Bundle.MaxManifest}: too many images or references");
    }

    private static ManifestImage Describe(byte[] bytes)
    {
        var image = PeImage.Read(bytes);
        return new(image.Name, image.Version, bytes.Length, image.Assemblies, SHA256.HashData(bytes));
    }
}
