using System.Buffers.Binary;
using System.Text;

namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>
/// Writes deterministic CBOR (RFC 8949, 4.2.1): definite lengths and the shortest form of every number. Maps are written by whoever
/// knows their keys, in ascending order.
/// </summary>
internal sealed class CborWriter
{
    private readonly MemoryStream _bytes = new();

    public byte[] ToArray() => _bytes.ToArray();

    public CborWriter Number(ulong value) => Head(CborKind.Number, value);

    public CborWriter Array(int count) => Head(CborKind.Array, (ulong)count);

    public CborWriter Map(int pairs) => Head(CborKind.Map, (ulong)pairs);

    public CborWriter Bytes(ReadOnlySpan<byte> value)
    {
        Head(CborKind.Bytes, (ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    public CborWriter Text(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Head(CborKind.Text, (ulong)bytes.Length);
        _bytes.Write(bytes);
        return this;
    }

    private CborWriter Head(CborKind kind, ulong value)
    {
        Span<byte> argument = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(argument, value);
        var (info, length) = value switch
        {
            < 24 => ((int)value, 0),
            <= byte.MaxValue => (24, 1),
            <= ushort.MaxValue => (25, 2),
            <= uint.MaxValue => (26, 4),
            _ => (27, 8),
        };
        _bytes.WriteByte((byte)((int)kind << 5 | info));
        _bytes.Write(argument[(sizeof(ulong) - length)..]);
        return this;
    }
}

/// <summary>The major types of CBOR that are used here.</summary>
internal enum CborKind
{
    Number = 0,
    Bytes = 2,
    Text = 3,
    Array = 4,
    Map = 5,
}
