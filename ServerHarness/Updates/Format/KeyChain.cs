namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>A key set with the signatures of its own keys and of those before it.</summary>
public sealed record KeyChainLink(KeySet Set, IReadOnlyList<KeySignature> Signatures);

/// <summary>How the keys changed: sets of consecutive versions, each signed by enough keys of the one before it and of its own.</summary>
internal static class KeyChain
{
    private const int MaxLinks = 16;
    private const int MaxSet = 640;

    public static byte[] Write(IReadOnlyList<KeyChainLink> links)
    {
        if (links.Count == 0)
        {
            return [];
        }

        var cbor = new CborWriter().Array(links.Count);
        foreach (var link in links)
        {
            cbor.Array(2).Bytes(link.Set.ToArray());
            SignatureList.Write(cbor, link.Signatures);
        }

        return cbor.ToArray();
    }

    /// <exception cref="BundleException">It is no key chain.</exception>
    public static IReadOnlyList<KeyChainLink> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            return [];
        }

        var cbor = new CborReader(bytes, "the key chain");
        var links = new KeyChainLink[cbor.Array(1, MaxLinks)];
        for (var i = 0; i < links.Length; i++)
        {
            cbor.Array(2, 2);
            links[i] = new(KeySet.Read(cbor.Bytes(1, MaxSet)), SignatureList.Read(cbor));
            if (i > 0 && links[i].Set.Version != links[i - 1].Set.Version + 1)
            {
                throw cbor.Bad("its versions do not follow one another");
            }
        }

        cbor.End();
        return links;
    }
}
