using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Images;

/// <summary>The tables of what an assembly refers to, as an image holds them.</summary>
internal sealed class ReferenceTables
{
    private readonly StringHeap _strings;
    private readonly List<AssemblyNameReference> _assemblies;
    private readonly List<TypeReference> _types = [];
    private readonly List<MemberReference> _members;

    public ReferenceTables(ModuleDefinition module, StringHeap strings)
    {
        _strings = strings;
        _assemblies = [.. module.AssemblyReferences];
        foreach (var type in module.GetTypeReferences().Where(t => !IsAttribute(t))) AddOuterFirst(type);
        // Members of arrays and of generic types have no row here: the tool chain refuses what would use them.
        _members = [.. module.GetMemberReferences().Where(m => m.DeclaringType is not TypeSpecification && !IsAttribute(m.DeclaringType))];
    }

    public int RowOf(TypeReference type) => _types.FindIndex(t => t.FullName == type.FullName) is >= 0 and var row
        ? row
        : throw new NotSupportedException($"nanoFramework 1.x cannot name the type {type.FullName} here");

    public byte[] Assemblies() => Rows(_assemblies, 12, (row, assembly) =>
    {
        RowBytes.Half(row, 0, _strings.Add(assembly.Name));
        RowBytes.Version(row[4..], assembly.Version);
    });

    public byte[] Types() => Rows(_types, 8, (row, type) =>
    {
        RowBytes.Half(row, 0, _strings.Add(type.Name));
        RowBytes.Half(row, 2, _strings.Add(type.Namespace));
        RowBytes.Half(row, 4, type.IsNested ? 0x8000 | RowOf(type.DeclaringType) : _assemblies.FindIndex(a => a.Name == type.Scope.Name));
    });

    public byte[] Fields(SignatureHeap signatures) =>
        Rows(_members.OfType<FieldReference>().ToList(), 8, (row, field) => Member(row, field, signatures.Add(field)));

    public byte[] Methods(SignatureHeap signatures) =>
        Rows(_members.OfType<MethodReference>().ToList(), 8, (row, method) => Member(row, method, signatures.Add(method)));

    /// <summary>What compilers put on assemblies and types, and the real tool chain leaves out of images.</summary>
    private static bool IsAttribute(TypeReference type) => type.IsNested ? IsAttribute(type.DeclaringType) :
        type.Scope.Name == "mscorlib" && type.Name.EndsWith("Attribute", StringComparison.Ordinal) && type.Name != "Attribute";

    private void AddOuterFirst(TypeReference type)
    {
        if (_types.Any(t => t.FullName == type.FullName)) return;
        if (type.IsNested) AddOuterFirst(type.DeclaringType);
        _types.Add(type);
    }

    private void Member(Span<byte> row, MemberReference member, ushort signature)
    {
        RowBytes.Half(row, 0, _strings.Add(member.Name));
        RowBytes.Half(row, 2, RowOf(member.DeclaringType));
        RowBytes.Half(row, 4, signature);
    }

    private delegate void RowWriter<T>(Span<byte> row, T item);

    private static byte[] Rows<T>(List<T> items, int size, RowWriter<T> write)
    {
        var table = new byte[items.Count * size];
        for (var i = 0; i < items.Count; i++) write(table.AsSpan(i * size, size), items[i]);
        return table;
    }
}
