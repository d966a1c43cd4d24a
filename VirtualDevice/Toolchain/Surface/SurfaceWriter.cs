using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Toolchain.Surface;

/// <summary>
/// Writes the mscorlib that firmware compiles against: exactly the types and members of the list, without bodies.
/// Generic types and methods are left out, since a board cannot run them: what needs them does not compile.
/// </summary>
internal sealed class SurfaceWriter
{
    private readonly List<ApiType> _list;
    private readonly CoreMembers _core;
    private readonly Dictionary<string, TypeDefinition> _types = new(StringComparer.Ordinal);

    public SurfaceWriter(List<ApiType> list, CoreMembers core)
    {
        _list = list.Where(t => !t.IsGeneric).ToList();
        _core = core;
    }

    public AssemblyDefinition Write()
    {
        var assembly = AssemblyDefinition.CreateAssembly(new AssemblyNameDefinition("mscorlib", _core.Version), "mscorlib.dll", ModuleKind.Dll);
        foreach (var type in _list) Declare(assembly.MainModule, type);
        PrimitiveTypes.Mark(_types);
        foreach (var type in _list) Derive(type);
        var writers = _list.ConvertAll(type => new MemberWriter(type, _types, _core));
        writers.ForEach(writer => writer.Write());
        writers.ForEach(writer => writer.WriteAttributes());
        return assembly;
    }

    private void Declare(ModuleDefinition module, ApiType type)
    {
        var nested = type.Name.LastIndexOf('/');
        var name = nested >= 0 ? type.Name[(nested + 1)..] : type.Name[(type.Name.LastIndexOf('.') + 1)..];
        var space = nested >= 0 ? "" : type.Name[..type.Name.LastIndexOf('.')];
        var definition = new TypeDefinition(space, name, Attributes(type) | (nested >= 0 ? TypeAttributes.NestedPublic : TypeAttributes.Public));
        _types.Add(type.Name, definition);
        if (nested >= 0) _types[type.Name[..nested]].NestedTypes.Add(definition);
        else module.Types.Add(definition);
    }

    private static TypeAttributes Attributes(ApiType type) => type.Kind switch
    {
        "interface" => TypeAttributes.Interface | TypeAttributes.Abstract,
        "static class" => TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit,
        "abstract class" => TypeAttributes.Abstract | TypeAttributes.BeforeFieldInit,
        "struct" => TypeAttributes.Sealed | TypeAttributes.SequentialLayout | TypeAttributes.BeforeFieldInit,
        "sealed class" or "delegate" or "enum" => TypeAttributes.Sealed,
        "class" => TypeAttributes.BeforeFieldInit,
        _ => throw new FormatException($"{type.Name}: unknown kind '{type.Kind}'"),
    };

    private void Derive(ApiType type)
    {
        var definition = _types[type.Name];
        foreach (var name in type.Bases)
        {
            if (!_types.TryGetValue(name, out var parent)) continue;
            if (parent.IsInterface) definition.Interfaces.Add(new InterfaceImplementation(parent));
            else definition.BaseType = parent;
        }
        if (definition.IsEnum) definition.Fields.Add(new FieldDefinition("value__",
            FieldAttributes.Public | FieldAttributes.SpecialName | FieldAttributes.RTSpecialName, Underlying(type)));
    }

    private TypeDefinition Underlying(ApiType type) =>
        _types[_core.Type(type.Name)?.GetEnumUnderlyingType().FullName ?? throw new InvalidDataException($"{type.Name}: its underlying type is not known")];
}
