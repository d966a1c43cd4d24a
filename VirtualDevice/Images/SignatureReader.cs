namespace SecureEsp.VirtualDevice.Images;

/// <summary>Reads the types of one signature of an image.</summary>
internal ref struct SignatureReader(PeImage image, int at)
{
    private const int TypeRefTag = 1;
    private const int DeepestArray = 8;

    private readonly ReadOnlySpan<byte> _signatures = image.Table(ImageTable.Signatures).Span;
    private int _at = at;

    public byte Byte() => _at < _signatures.Length ? _signatures[_at++] : throw Bad("it has no end");

    public string Type(int depth = 0)
    {
        var element = Byte();
        if (ElementTypes.Name(element) is { } name) return name;
        if (depth > DeepestArray) throw Bad("an array in an array, and so on");
        return element switch
        {
            ElementTypes.Array => Type(depth + 1) + "[]",
            ElementTypes.ByReference => Type(depth + 1) + "&",
            ElementTypes.Class or ElementTypes.ValueType => Referred(),
            _ => throw Bad($"no type has the number {element:x2}"),
        };
    }

    private string Referred()
    {
        var token = Compressed();
        if ((token & 3) != TypeRefTag || token >> 2 >= image.Types.Count) throw Bad($"the type {token:x} is none that it refers to");
        return image.NameOf(token >> 2);
    }

    // ECMA-335 II.23.2: the first bits say how many bytes there are.
    private int Compressed()
    {
        int first = Byte();
        if ((first & 0x80) == 0) return first;
        if ((first & 0x40) == 0) return (first & 0x3F) << 8 | Byte();
        return (first & 0x1F) << 24 | Byte() << 16 | Byte() << 8 | Byte();
    }

    private static ImageException Bad(string words) => new(ImageFlaw.Damaged, $"a signature is damaged: {words}");
}
