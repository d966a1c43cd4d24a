using System.Text;

namespace SecureEsp.VirtualDevice.Images;

/// <summary>The strings of an image that is being written: each once, and none that the CLR has built in.</summary>
internal sealed class StringHeap
{
    private readonly MemoryStream _bytes = new();
    private readonly Dictionary<string, ushort> _known = new(StringComparer.Ordinal);

    /// <exception cref="NotSupportedException">The image has more text than 16 bits can address.</exception>
    public ushort Add(string text)
    {
        if (ClrStrings.IndexOf(text) is { } builtIn) return builtIn;
        if (_known.TryGetValue(text, out var known)) return known;
        if (_bytes.Length >= ClrStrings.FirstIndex) throw new NotSupportedException($"an image holds {ClrStrings.FirstIndex} bytes of names, and this one has more");
        var index = _known[text] = (ushort)_bytes.Length;
        _bytes.Write(Encoding.UTF8.GetBytes(text));
        _bytes.WriteByte(0);
        return index;
    }

    public byte[] ToArray() => _bytes.ToArray();
}
