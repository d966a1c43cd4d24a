using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;

namespace SecureEsp.ServerHarness.Updates.Building;

/// <summary>Puts signatures into bundles. What is signed is the manifest, byte by byte as it stands there.</summary>
internal static class BundleSigning
{
    public static IReadOnlyList<KeySignature> Read(Bundle bundle)
    {
        if (bundle.Signatures.Length == 0)
        {
            return [];
        }

        var cbor = new CborReader(bundle.Signatures, "the signature list");
        var signatures = SignatureList.Read(cbor);
        cbor.End();
        return signatures;
    }

    /// <summary>With one more signature, or with this one in place of another by the same key.</summary>
    /// <exception cref="BundleException">The key is none of those that the manifest names, or it has not signed this.</exception>
    public static Bundle Add(Bundle bundle, UpdatePublicKey key, KeySignature signature)
    {
        var signers = ManifestReader.Read(bundle.Manifest).Signers;
        if (!signers.Contains(signature.Key))
        {
            throw new BundleException($"the manifest is to be signed by {string.Join(", ", signers)} and not by {signature.Key}");
        }

        if (!key.Verifies(bundle.Manifest, signature.Der))
        {
            throw new BundleException($"this is no signature of {signature.Key} over the bundle's manifest");
        }

        var cbor = new CborWriter();
        SignatureList.Write(cbor, Read(bundle).Where(s => s.Key != signature.Key).Append(signature));
        return bundle with { Signatures = cbor.ToArray() };
    }
}
