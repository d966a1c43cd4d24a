using System.Security.Cryptography;
using SecureEsp.ServerHarness.Updates.Building;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Updates.Checks;

/// <summary>Verifies a bundle as a device does: keys, signatures, digests, and what the images say of themselves.</summary>
internal static class BundleCheck
{
    /// <param name="trusted">The key set that a device has.</param>
    /// <param name="key">For an encrypted payload; null leaves its images unseen.</param>
    /// <returns>The plain images; empty where the payload is encrypted and the key is not there.</returns>
    /// <exception cref="BundleException">It is refused.</exception>
    /// <exception cref="ImageException">An image is refused.</exception>
    public static IReadOnlyList<PeImage> Verify(Bundle bundle, KeySet trusted, byte[]? key)
    {
        var keys = KeyHistory.Follow(trusted, KeyChain.Read(bundle.KeyChain));
        var signatures = BundleSigning.Read(bundle);
        Signatures.Require(keys, bundle.Manifest, signatures, "the manifest");
        var manifest = ManifestReader.Read(bundle.Manifest);
        if (!manifest.Signers.SequenceEqual(signatures.Select(s => s.Key)))
        {
            throw new BundleException("the signatures are not by the keys that the manifest names: one was taken away or added");
        }

        CheckDigests(bundle, manifest);
        return Images(bundle, manifest, key);
    }

    private static void CheckDigests(Bundle bundle, Manifest manifest)
    {
        var pages = ChunkDigests.Pages(bundle.Digests);
        for (var i = 0; i < manifest.Pages.Count; i++)
        {
            if (!pages[i].AsSpan().SequenceEqual(manifest.Pages[i]))
            {
                throw new BundleException($"page {i} of the digests is not the signed one");
            }
        }

        var chunk = ChunkDigests.List(bundle.Payload).AsSpan().CommonPrefixLength(bundle.Digests) / ChunkDigests.DigestSize;
        if (chunk * ChunkDigests.DigestSize < bundle.Digests.Length)
        {
            throw new BundleException($"chunk {chunk} of the payload is not the signed one");
        }
    }

    private static IReadOnlyList<PeImage> Images(Bundle bundle, Manifest manifest, byte[]? key)
    {
        if (manifest.Encryption is not null && key is null)
        {
            return [];
        }

        var plain = manifest.Encryption is { } encryption ? Decrypt(bundle, manifest, encryption, key!) : bundle.Payload;
        var images = new List<PeImage>();
        var at = 0;
        foreach (var described in manifest.Images)
        {
            images.Add(Image(described, plain[at..(at + described.Size)]));
            at += described.Size;
        }

        return images;
    }

    private static byte[] Decrypt(Bundle bundle, Manifest manifest, PayloadEncryption encryption, byte[] key)
    {
        var mac = PayloadCipher.Mac(key, encryption.Iv, bundle.Payload.Length, manifest.Pages);
        if (!CryptographicOperations.FixedTimeEquals(mac, encryption.Mac))
        {
            throw new BundleException($"the payload is encrypted with another key than the given '{encryption.KeyId}'");
        }

        try
        {
            var plain = PayloadCipher.Decrypt(key, encryption.Iv, bundle.Payload);
            return plain.Length == manifest.Images.Sum(i => i.Size) ? plain : throw new BundleException("the decrypted payload has another size than its images");
        }
        catch (CryptographicException)
        {
            throw new BundleException("the payload's padding is wrong");
        }
    }

    private static PeImage Image(ManifestImage described, byte[] bytes)
    {
        var image = PeImage.Read(bytes);
        image.RefuseNativeCode();
        var same = image.Name == described.Name && image.Version == described.Version
            && image.Assemblies.Select(Short).SequenceEqual(described.References.Select(Short)) && SHA256.HashData(bytes).AsSpan().SequenceEqual(described.Sha256);
        return same ? image : throw new BundleException($"the image {image.Name} is not as the manifest says");
    }

    private static (string, int, int) Short(AssemblyRow row) => (row.Name, row.Version.Major, row.Version.Minor);
}
