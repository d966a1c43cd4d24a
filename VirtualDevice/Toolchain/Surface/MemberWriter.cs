using System.Globalization;
using System.Reflection;
using Mono.Cecil;
using FieldAttributes = Mono.Cecil.FieldAttributes;
using MethodAttributes = Mono.Cecil.MethodAttributes;
using MethodImplAttributes = Mono.Cecil.MethodImplAttributes;
using ParameterAttributes = Mono.Cecil.ParameterAttributes;
using PropertyAttributes = Mono.Cecil.PropertyAttributes;

namespace SecureEsp.VirtualDevice.Toolchain.Surface;

/// <summary>Writes the fields, methods, properties and events of one type of the reference mscorlib.</summary>
internal sealed class MemberWriter(ApiType type, Dictionary<string, TypeDefinition> types, CoreMembers core)
{
    // Convert.ToInt32(text) and its like: CoreLibrary's Convert.cs gives the base a default where the desktop has an overload.
    private const int DefaultBase = 10;

    private readonly TypeDefinition _definition = types[type.Name];
    private readonly List<(MethodBase Known, MethodDefinition Definition)> _known = [];

    public void Write()
    {
        foreach (var field in type.Fields) Add(field);
        foreach (var method in type.Methods.Where(m => !m.IsGeneric)) Add(method);
        foreach (var accessor in _definition.Methods.Where(m => m.IsSpecialName).ToList()) AddAccessor(accessor);
    }

    /// <summary>Attributes refer to constructors of other types: only once every type has its members.</summary>
    public void WriteAttributes()
    {
        AttributeWriter.Copy(core.Type(type.Name), _definition, types);
        foreach (var (known, definition) in _known)
        {
            AttributeWriter.Copy(known, definition, types);
            foreach (var (from, to) in known.GetParameters().Zip(definition.Parameters)) AttributeWriter.CopyParamArray(from, to, types);
        }
    }

    private void Add(ApiField field)
    {
        var attributes = FieldAttributes.Public;
        if (field.Constant is not null) attributes |= FieldAttributes.Static | FieldAttributes.Literal | FieldAttributes.HasDefault;
        else if (core.Field(type.Name, field.Name) is not { IsStatic: false }) attributes |= FieldAttributes.Static | FieldAttributes.InitOnly;
        var definition = new FieldDefinition(field.Name, attributes, Resolve(field.Type));
        if (field.Constant is not null) definition.Constant = Constant(field);
        _definition.Fields.Add(definition);
    }

    private object Constant(ApiField field)
    {
        var kind = _definition.IsEnum ? _definition.Fields.First(f => f.Name == "value__").FieldType.FullName : field.Type;
        if (kind is "System.Char" or "System.String" or "System.Single" or "System.Double") return core.Field(type.Name, field.Name)!.GetRawConstantValue()!;
        return Convert.ChangeType(field.Constant!, Type.GetType(kind)!, CultureInfo.InvariantCulture);
    }

    private void Add(ApiMethod method)
    {
        var known = core.Method(type.Name, method);
        var definition = new MethodDefinition(method.Name, Attributes(method, known), Resolve(method.Returns));
        for (var i = 0; i < method.Parameters.Length; i++) definition.Parameters.Add(Parameter(method.Parameters[i], known?.GetParameters()[i], i));
        if (type.Kind == "delegate") definition.ImplAttributes = MethodImplAttributes.Runtime | MethodImplAttributes.Managed;
        else if (!definition.IsAbstract) Throw(definition.Body);
        if (known is not null) _known.Add((known, definition));
        _definition.Methods.Add(definition);
    }

    private MethodAttributes Attributes(ApiMethod method, MethodBase? known)
    {
        var attributes = MethodAttributes.HideBySig | (known is { IsFamily: true } or { IsFamilyOrAssembly: true } ? MethodAttributes.Family : MethodAttributes.Public);
        var isStatic = known?.IsStatic ?? core.RedirectIsStatic(type.Name, method) ?? false;
        if (isStatic) attributes |= MethodAttributes.Static;
        if (method.Name == ".ctor") attributes |= MethodAttributes.SpecialName | MethodAttributes.RTSpecialName;
        else if (IsSpecial(method.Name)) attributes |= MethodAttributes.SpecialName;
        if (method.IsAbstract) attributes |= MethodAttributes.Abstract;
        if (method.IsVirtual) attributes |= MethodAttributes.Virtual | (Overrides(method, known) ? MethodAttributes.ReuseSlot : MethodAttributes.NewSlot);
        if (method.IsVirtual && known is { IsFinal: true }) attributes |= MethodAttributes.Final;
        return attributes;
    }

    private static bool IsSpecial(string name) =>
        name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) || name.StartsWith("op_", StringComparison.Ordinal)
        || name.StartsWith("add_", StringComparison.Ordinal) || name.StartsWith("remove_", StringComparison.Ordinal);

    private bool Overrides(ApiMethod method, MethodBase? known)
    {
        if (type.Kind == "interface" || type.Name == "System.Object") return false;
        if (method.Signature is "System.Boolean Equals(System.Object)" or "System.Int32 GetHashCode()" or "System.String ToString()" or "System.Void Finalize()") return true;
        return known is MethodInfo { IsVirtual: true } info && (info.Attributes & System.Reflection.MethodAttributes.NewSlot) == 0;
    }

    private ParameterDefinition Parameter(string typeName, ParameterInfo? known, int index)
    {
        var parameter = new ParameterDefinition(known?.Name ?? $"arg{index}", ParameterAttributes.None, Resolve(typeName));
        if (type.Name == "System.Convert" && known?.Name == "fromBase") SetDefault(parameter, DefaultBase);
        if (known is null) return parameter;
        if (known.IsOut) parameter.IsOut = true;
        if (known.HasDefaultValue) SetDefault(parameter, known.RawDefaultValue);
        return parameter;
    }

    private static void SetDefault(ParameterDefinition parameter, object? value) =>
        (parameter.IsOptional, parameter.HasDefault, parameter.Constant) = (true, true, value);

    private static void Throw(Mono.Cecil.Cil.MethodBody body)
    {
        var il = body.GetILProcessor();
        il.Emit(Mono.Cecil.Cil.OpCodes.Ldnull);
        il.Emit(Mono.Cecil.Cil.OpCodes.Throw);
    }

    private void AddAccessor(MethodDefinition accessor)
    {
        var underscore = accessor.Name.IndexOf('_');
        var (verb, name) = (accessor.Name[..Math.Max(0, underscore)], accessor.Name[(underscore + 1)..]);
        if (verb == "get") Property(name, accessor.ReturnType, accessor.Parameters.Count).GetMethod = accessor;
        else if (verb == "set") Property(name, accessor.Parameters[^1].ParameterType, accessor.Parameters.Count - 1).SetMethod = accessor;
        else if (verb == "add") Event(name, accessor.Parameters[0].ParameterType).AddMethod = accessor;
        else if (verb == "remove") Event(name, accessor.Parameters[0].ParameterType).RemoveMethod = accessor;
    }

    private PropertyDefinition Property(string name, TypeReference propertyType, int indexes)
    {
        var property = _definition.Properties.FirstOrDefault(p => p.Name == name && Indexes(p) == indexes);
        if (property is null) _definition.Properties.Add(property = new PropertyDefinition(name, PropertyAttributes.None, propertyType));
        return property;
    }

    private static int Indexes(PropertyDefinition p) => p.GetMethod?.Parameters.Count ?? p.SetMethod.Parameters.Count - 1;

    private EventDefinition Event(string name, TypeReference handler)
    {
        var found = _definition.Events.FirstOrDefault(e => e.Name == name);
        if (found is null) _definition.Events.Add(found = new EventDefinition(name, Mono.Cecil.EventAttributes.None, handler));
        return found;
    }

    private TypeReference Resolve(string name)
    {
        if (name.EndsWith('&')) return new ByReferenceType(Resolve(name[..^1]));
        if (name.EndsWith("[]", StringComparison.Ordinal)) return new ArrayType(Resolve(name[..^2]));
        if (name.EndsWith('*')) return new PointerType(Resolve(name[..^1]));
        return types.TryGetValue(name, out var found) ? found : throw new InvalidDataException($"{type.Name} refers to {name}, which the list lacks");
    }
}
