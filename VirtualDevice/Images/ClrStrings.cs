using System.Collections.Frozen;

namespace SecureEsp.VirtualDevice.Images;

/// <summary>
/// The strings built into every nanoFramework 1.x CLR, which images name by number instead of carrying them
/// (StringTableData.cpp of nf-interpreter, version 1). An image made for another version of the table is refused.
/// </summary>
public static class ClrStrings
{
    /// <summary>What an image's stringTableVersion must be.</summary>
    public const ushort Version = 1;

    private static readonly string[] Known = Read();
    private static readonly FrozenDictionary<string, ushort> Indices =
        Known.Select((text, i) => (text, i)).ToFrozenDictionary(pair => pair.text, pair => (ushort)(ushort.MaxValue - pair.i), StringComparer.Ordinal);

    /// <summary>String indices below this are offsets into the image's own strings.</summary>
    public static int FirstIndex { get; } = ushort.MaxValue - Known.Length;

    /// <summary>The string of an index at or above <see cref="FirstIndex"/>; null where the table has none.</summary>
    public static string? Find(ushort index) => ushort.MaxValue - index is var i && i < Known.Length ? Known[i] : null;

    /// <summary>The index of a string; null where it is not built in.</summary>
    public static ushort? IndexOf(string text) => Indices.TryGetValue(text, out var index) ? index : null;

    private static string[] Read()
    {
        using var list = new StreamReader(typeof(ClrStrings).Assembly.GetManifestResourceStream("clr-strings.txt")!);
        return list.ReadToEnd().TrimEnd('\n').Split('\n');
    }
}
