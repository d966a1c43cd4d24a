using System.Buffers.Binary;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Updates.Linking;

/// <summary>
/// Those of an image of the real tool chain, from its tables of definitions: types and, by name alone, members. Rows as in
/// CLR_RECORD_TYPEDEF and CLR_RECORD_METHODDEF of nf-interpreter.
/// </summary>
internal sealed class PeTypes : IImageTypes
{
    private const int MethodRow = 16;
    private const int FieldRow = 8;
    private const int TypeRow = 24;
    private const ushort NoType = 0xFFFF;

    private readonly List<string> _types = [];
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    public PeTypes(PeImage image)
    {
        var rows = Rows(image, ImageTable.TypeDef, TypeRow);
        foreach (var row in rows)
        {
            _types.Add(Name(image, rows, row));
        }

        Methods = [.. Rows(image, ImageTable.MethodDef, MethodRow).Select(r => image.TextAt(Half(r, 0)))];
        _members.UnionWith(Methods);
        _members.UnionWith(Rows(image, ImageTable.FieldDef, FieldRow).Select(r => image.TextAt(Half(r, 0))));
    }

    /// <summary>Names of its methods.</summary>
    public IReadOnlyList<string> Methods { get; }

    public bool Has(string type) => _types.Contains(type);

    public bool Has(string type, string member, MemberSignature signature) => _members.Contains(member);

    private static string Name(PeImage image, List<byte[]> rows, byte[] row)
    {
        var name = image.TextAt(Half(row, 0));
        var outer = Half(row, 6);
        if (outer != NoType && outer < rows.Count && rows[outer] != row)
        {
            return $"{image.TextAt(Half(rows[outer], 2))}.{image.TextAt(Half(rows[outer], 0))}/{name}";
        }

        var space = image.TextAt(Half(row, 2));
        return space.Length == 0 ? name : $"{space}.{name}";
    }

    private static List<byte[]> Rows(PeImage image, ImageTable table, int size)
    {
        var content = image.Table(table).ToArray();
        return content.Length % size == 0
            ? [.. content.Chunk(size)]
            : throw new ImageException(ImageFlaw.Damaged, $"the table {table} has {content.Length} bytes, which is no multiple of {size}");
    }

    private static ushort Half(byte[] row, int at) => BinaryPrimitives.ReadUInt16LittleEndian(row.AsSpan(at));
}
