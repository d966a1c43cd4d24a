using System.Text;

namespace SecureEsp.ServerHarness.Updates.Format;

/// <summary>
/// Reads deterministic CBOR and nothing else: what <see cref="CborWriter"/> cannot have written is refused, so each value has one
/// encoding and a signature one meaning.
/// </summary>
/// <param name="bytes">From an attacker, perhaps.</param>
/// <param name="what">What they are, for the refusal.</param>
internal sealed class CborReader(ReadOnlyMemory<byte> bytes, string what)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _at;

    public ulong Number(ulong least, ulong most)
    {
        var value = Head(CborKind.Number);
        return value >= least && value <= most ? value : throw Bad($"the number {value} is not from {least} to {most}");
    }

    public int Array(int least, int most) => Count(CborKind.Array, least, most);

    public int Map(int least, int most) => Count(CborKind.Map, least, most);

    /// <summary>The next key of a map must be this one: keys ascend, and all are known.</summary>
    public void Key(int key)
    {
        var found = Head(CborKind.Number);
        if (found != (ulong)key)
        {
            throw Bad($"the key {found} stands where {key} belongs");
        }
    }

    public byte[] Bytes(int least, int most) => Take(CborKind.Bytes, least, most).ToArray();

    public string Text(int most)
    {
        try
        {
            var text = s_utf8.GetString(Take(CborKind.Text, 1, most).Span);
            return text.Any(char.IsControl) ? throw Bad("a text has control characters") : text;
        }
        catch (DecoderFallbackException)
        {
            throw Bad("a text is not UTF-8");
        }
    }

    public void End()
    {
        if (_at != bytes.Length)
        {
            throw Bad($"{bytes.Length - _at} bytes follow");
        }
    }

    public BundleException Bad(string words) => new($"{what}: {words}");

    private int Count(CborKind kind, int least, int most)
    {
        var count = Head(kind);
        return count >= (ulong)least && count <= (ulong)most ? (int)count : throw Bad($"{count} entries are not {least} to {most}");
    }

    private ReadOnlyMemory<byte> Take(CborKind kind, int least, int most)
    {
        var length = Count(kind, least, most);
        if (length > bytes.Length - _at)
        {
            throw Bad("it ends too early");
        }

        _at += length;
        return bytes.Slice(_at - length, length);
    }

    private ulong Head(CborKind kind)
    {
        var first = Next();
        if (first >> 5 != (int)kind)
        {
            throw Bad($"the type {first >> 5} stands where {(int)kind} belongs");
        }

        var info = first & 0x1F;
        if (info < 24)
        {
            return (ulong)info;
        }

        if (info > 27)
        {
            throw Bad("a length is not definite");
        }

        var length = 1 << (info - 24);
        ulong value = 0;
        for (var i = 0; i < length; i++)
        {
            value = value << 8 | (uint)Next();
        }

        var least = length == 1 ? 24 : 1UL << (length * 4);
        return value >= least ? value : throw Bad("a number is not in its shortest form");
    }

    private int Next() => _at < bytes.Length ? bytes.Span[_at++] : throw Bad("it ends too early");
}
