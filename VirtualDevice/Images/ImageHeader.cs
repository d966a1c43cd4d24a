using System.Buffers.Binary;

namespace SecureEsp.VirtualDevice.Images;

/// <summary>
/// The 124 bytes at the start of an image (CLR_RECORD_ASSEMBLY of nf-interpreter), little endian.
/// </summary>
/// <param name="Flags">Bit 0: NeedReboot.</param>
/// <param name="NativeMethods">Checksum of the native methods that belong to it; 0 where it has none.</param>
/// <param name="PatchEntryOffset"><see cref="NoPatch"/>, or where in the resource data native code starts.</param>
/// <param name="NameIndex">The assembly's name, as a string index.</param>
/// <param name="Starts">Offset of each table, and last the image's size.</param>
/// <param name="Padding">Bytes at the end of each table that are none of its content.</param>
public sealed record ImageHeader(
    uint HeaderChecksum, uint BodyChecksum, uint Flags, uint NativeMethods, uint PatchEntryOffset, Version Version, ushort NameIndex, ushort StringTableVersion,
    IReadOnlyList<uint> Starts, uint PatchedMethods, IReadOnlyList<byte> Padding)
{
    public const int Size = 124;
    public const int TableCount = (int)ImageTable.End;
    public const uint NeedReboot = 1;
    public const uint NoPatch = 0xFFFFFFFF;
    public const int HeaderChecksumAt = 8;
    public const int BodyChecksumAt = 12;

    /// <summary>nanoFramework 1.x; 2.x writes NFMRK2. A CLR takes one of them only.</summary>
    public static ReadOnlySpan<byte> Marker => "NFMRK1\0\0"u8;

    /// <exception cref="ImageException">Too short, or another marker.</exception>
    public static ImageHeader Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Size) throw new ImageException(ImageFlaw.Damaged, $"{bytes.Length} bytes are less than an image's header of {Size}");
        if (!bytes.StartsWith(Marker)) throw new ImageException(ImageFlaw.WrongFormat, $"the marker is {Printable(bytes[..8])} and not NFMRK1: no image of nanoFramework 1.x");
        var starts = new uint[TableCount + 1];
        for (var i = 0; i < starts.Length; i++) starts[i] = Number(bytes, 40 + 4 * i);
        return new(Number(bytes, HeaderChecksumAt), Number(bytes, BodyChecksumAt), Number(bytes, 16), Number(bytes, 20), Number(bytes, 24), VersionAt(bytes, 28),
            Half(bytes, 36), Half(bytes, 38), starts, Number(bytes, 104), bytes.Slice(108, TableCount).ToArray());
    }

    internal static Version VersionAt(ReadOnlySpan<byte> bytes, int at) => new(Half(bytes, at), Half(bytes, at + 2), Half(bytes, at + 4), Half(bytes, at + 6));

    private static uint Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ushort Half(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static string Printable(ReadOnlySpan<byte> marker) =>
        string.Concat(marker.ToArray().TakeWhile(b => b != 0).Select(b => b is > 32 and < 127 ? ((char)b).ToString() : $"\\x{b:x2}"));
}
