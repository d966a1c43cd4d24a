namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>The public keys that may sign, and how many of them it takes.</summary>
/// <param name="Version">From 1 on; each set is followed by the next higher.</param>
/// <param name="Points">Uncompressed points of P-256, 65 bytes each.</param>
public sealed record KeySet(uint Version, int Threshold, IReadOnlyList<byte[]> Points)
{
    public const int MaxKeys = 8;
    public const int PointSize = 65;
    private const int Format = 1;

    public IReadOnlyList<KeyId> Ids => [.. Points.Select(p => KeyId.Of(p))];

    /// <exception cref="BundleException">It is no key set.</exception>
    public static KeySet Read(ReadOnlyMemory<byte> bytes)
    {
        var cbor = new CborReader(bytes, "the key set");
        cbor.Map(4, 4);
        cbor.Key(1);
        cbor.Number(Format, Format);
        cbor.Key(2);
        var version = (uint)cbor.Number(1, uint.MaxValue);
        cbor.Key(3);
        var threshold = (int)cbor.Number(1, MaxKeys);
        cbor.Key(4);
        var points = new byte[cbor.Array(1, MaxKeys)][];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = cbor.Bytes(PointSize, PointSize);
        }

        cbor.End();
        var set = new KeySet(version, threshold, points);
        return threshold > points.Length ? throw cbor.Bad($"{threshold} signatures of {points.Length} keys are not to be had")
            : points.Any(p => p[0] != 4) ? throw cbor.Bad("a key is no uncompressed point")
            : set.Ids.Distinct().Count() != points.Length ? throw cbor.Bad("a key stands twice in it")
            : set;
    }

    public byte[] ToArray()
    {
        var cbor = new CborWriter().Map(4).Number(1).Number(Format).Number(2).Number(Version).Number(3).Number((ulong)Threshold).Number(4).Array(Points.Count);
        foreach (var point in Points)
        {
            cbor.Bytes(point);
        }

        return cbor.ToArray();
    }
}
