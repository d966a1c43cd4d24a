using System.Buffers.Binary;
using System.Text;

namespace SecureEsp.VirtualDevice.Images;

/// <summary>
/// A nanoFramework 1.x image (.pe): its header, the names in it and the tables of what it refers to. Only images that are
/// whole come to be: what the CLR checks before it loads one, and the bounds, which the CLR takes on trust.
/// </summary>
public sealed class PeImage
{
    private const int AssemblyRowSize = 12;
    private const int RowSize = 8;
    private const int NestedFlag = 0x8000;

    // Indices as the CLR has them; more would not fit its 16 bits.
    private const int LargestSize = 16 * 1024 * 1024;

    private readonly byte[] _bytes;

    private PeImage(byte[] bytes, ImageHeader header)
    {
        _bytes = bytes;
        Header = header;
        Name = TextAt(header.NameIndex);
        Assemblies = Rows(ImageTable.AssemblyRef, AssemblyRowSize, at => new AssemblyRow(TextAt(Half(at)), ImageHeader.VersionAt(_bytes, at + 4)));
        Types = Rows(ImageTable.TypeRef, RowSize, TypeAt);
        Fields = Rows(ImageTable.FieldRef, RowSize, MemberAt);
        Methods = Rows(ImageTable.MethodRef, RowSize, MemberAt);
    }

    public ImageHeader Header { get; }

    public string Name { get; }

    public Version Version => Header.Version;

    public IReadOnlyList<AssemblyRow> Assemblies { get; }

    public IReadOnlyList<TypeRow> Types { get; }

    public IReadOnlyList<MemberRow> Fields { get; }

    public IReadOnlyList<MemberRow> Methods { get; }

    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Reads an image that is all of <paramref name="bytes"/>.</summary>
    /// <exception cref="ImageException">It is damaged or of another format.</exception>
    public static PeImage Read(byte[] bytes)
    {
        var header = ImageHeader.Parse(bytes);
        if (HeaderSum(bytes) != header.HeaderChecksum) throw Damaged("the header's checksum is wrong");
        if (header.StringTableVersion != ClrStrings.Version) throw new ImageException(ImageFlaw.WrongFormat, $"made for version {header.StringTableVersion} of the CLR's strings, not {ClrStrings.Version}");
        if (header.Starts[^1] != bytes.Length || bytes.Length > LargestSize) throw Damaged($"the header says {header.Starts[^1]} bytes, there are {bytes.Length}");
        if (ImageChecksum.Of(bytes.AsSpan(ImageHeader.Size)) != header.BodyChecksum) throw Damaged("the body's checksum is wrong");
        if (header.Starts[0] != ImageHeader.Size) throw Damaged("its first table does not follow the header");
        for (var table = 0; table < ImageHeader.TableCount; table++)
            if ((long)header.Starts[table] + header.Padding[table] > header.Starts[table + 1]) throw Damaged($"the table {(ImageTable)table} ends before it starts");
        return new PeImage(bytes, header);
    }

    /// <summary>The content of a table.</summary>
    public ReadOnlyMemory<byte> Table(ImageTable table)
    {
        var start = (int)Header.Starts[(int)table];
        return _bytes.AsMemory(start, (int)Header.Starts[(int)table + 1] - start - Header.Padding[(int)table]);
    }

    /// <summary>Full name of a type that it refers to, an outer type before a slash.</summary>
    public string NameOf(int type)
    {
        var row = Types[type];
        if (row.Outer is { } outer) return $"{NameOf(outer)}/{row.Name}";
        return row.Namespace.Length == 0 ? row.Name : $"{row.Namespace}.{row.Name}";
    }

    /// <summary>Refuses what would run native code, or what no running CLR loads.</summary>
    /// <exception cref="ImageException">It has such a field.</exception>
    public void RefuseNativeCode()
    {
        if (Header.PatchEntryOffset != ImageHeader.NoPatch) throw new ImageException(ImageFlaw.NativePatch, "patchEntryOffset is set: the CLR would run the file's bytes as native code");
        if (Header.PatchedMethods != 0) throw new ImageException(ImageFlaw.PatchedMethods, $"numOfPatchedMethods is {Header.PatchedMethods} and not 0");
        if ((Header.Flags & ImageHeader.NeedReboot) != 0) throw new ImageException(ImageFlaw.NeedsReboot, "the NeedReboot flag is set: no running CLR loads it");
    }

    internal static uint HeaderSum(ReadOnlySpan<byte> bytes)
    {
        Span<byte> header = stackalloc byte[ImageHeader.Size];
        bytes[..ImageHeader.Size].CopyTo(header);
        header.Slice(ImageHeader.HeaderChecksumAt, 4).Clear();
        return ImageChecksum.Of(header);
    }

    private static ImageException Damaged(string words) => new(ImageFlaw.Damaged, words);

    private List<T> Rows<T>(ImageTable table, int size, Func<int, T> read)
    {
        var length = Table(table).Length;
        if (length % size != 0) throw Damaged($"the table {table} has {length} bytes, which is no multiple of {size}");
        var start = (int)Header.Starts[(int)table];
        return [.. Enumerable.Range(0, length / size).Select(i => read(start + i * size))];
    }

    private TypeRow TypeAt(int at)
    {
        var scope = Half(at + 4);
        var row = scope & ~NestedFlag;
        var nested = (scope & NestedFlag) != 0;
        var here = (at - (int)Header.Starts[(int)ImageTable.TypeRef]) / RowSize;
        // The CLR resolves them in their order: an outer type that comes later is none to it.
        if (nested ? row >= here : row >= Assemblies.Count) throw Damaged($"the scope {scope:x4} of a type reference is none");
        return new TypeRow(TextAt(Half(at + 2)), TextAt(Half(at)), nested ? null : row, nested ? row : null);
    }

    private MemberRow MemberAt(int at)
    {
        if (Half(at + 2) >= Types.Count) throw Damaged($"the type {Half(at + 2)} of a member reference is none");
        if (Half(at + 4) >= Table(ImageTable.Signatures).Length) throw Damaged("the signature of a member reference is none");
        return new MemberRow(TextAt(Half(at)), Half(at + 2), Half(at + 4));
    }

    private ushort Half(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    /// <summary>A string by its index.</summary>
    /// <exception cref="ImageException">There is none.</exception>
    public string TextAt(ushort index)
    {
        if (index >= ClrStrings.FirstIndex) return ClrStrings.Find(index) ?? throw Damaged($"the CLR has no string {index:x4}");
        var strings = Table(ImageTable.Strings).Span;
        if (index >= strings.Length) throw Damaged("a string lies outside the table of strings");
        var length = strings[index..].IndexOf((byte)0);
        if (length < 0) throw Damaged("a string has no end");
        return Encoding.UTF8.GetString(strings.Slice(index, length));
    }
}
