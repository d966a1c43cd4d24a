using System.Security.Cryptography;

namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>The first 8 bytes of SHA-256 of a public key's 65-byte uncompressed point.</summary>
public readonly record struct KeyId(ulong Value) : IComparable<KeyId>
{
    public const int Length = 8;

    public static KeyId Of(ReadOnlySpan<byte> point) => Read(SHA256.HashData(point).AsSpan(0, Length));

    public static KeyId Read(ReadOnlySpan<byte> bytes) => new(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes));

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, Value);
        return bytes;
    }

    public int CompareTo(KeyId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
