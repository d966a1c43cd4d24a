namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>A signature and whose it is.</summary>
/// <param name="Der">ECDSA in DER (RFC 3279, 2.2.3), as openssl has it.</param>
public sealed record KeySignature(KeyId Key, byte[] Der);

/// <summary>The signatures of something, ascending by key.</summary>
internal static class SignatureList
{
    private const int Shortest = 8;
    private const int Longest = 72;

    public static void Write(CborWriter cbor, IEnumerable<KeySignature> signatures)
    {
        var ordered = signatures.OrderBy(s => s.Key).ToList();
        cbor.Array(ordered.Count);
        foreach (var signature in ordered)
        {
            cbor.Array(2).Bytes(signature.Key.ToArray()).Bytes(signature.Der);
        }
    }

    public static IReadOnlyList<KeySignature> Read(CborReader cbor)
    {
        var signatures = new KeySignature[cbor.Array(1, ManifestReader.MaxSigners)];
        for (var i = 0; i < signatures.Length; i++)
        {
            cbor.Array(2, 2);
            signatures[i] = new(KeyId.Read(cbor.Bytes(KeyId.Length, KeyId.Length)), cbor.Bytes(Shortest, Longest));
            if (i > 0 && signatures[i].Key.CompareTo(signatures[i - 1].Key) <= 0)
            {
                throw cbor.Bad("its keys do not ascend");
            }
        }

        return signatures;
    }
}
