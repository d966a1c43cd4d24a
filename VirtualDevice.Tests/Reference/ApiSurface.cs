using System.Globalization;
using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Tests.Reference;

/// <summary>
/// What of a library firmware can see, one line per type, base and member: read from the list of a real library, or taken
/// from a compiled one. The lines of both compare as text.
/// </summary>
internal static class ApiSurface
{
    public static HashSet<string> OfList(string path)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("T ", StringComparison.Ordinal)) lines.UnionWith(TypeLines(line[2..].Split(" : ")));
            else if (line.StartsWith("  ", StringComparison.Ordinal)) lines.UnionWith(MemberLines(line[4..]));
        }
        return lines;
    }

    public static IEnumerable<string> OfAssembly(ModuleDefinition module) =>
        module.GetTypes().Where(IsVisible).SelectMany(type => OfType(type).Concat(FieldsOf(type)).Concat(MethodsOf(type)));

    private static IEnumerable<string> TypeLines(string[] parts)
    {
        var name = parts[0].Trim();
        yield return $"{parts[1].Trim()} {name}";
        foreach (var above in parts.Length > 2 ? parts[2].Split(", ", StringSplitOptions.RemoveEmptyEntries) : []) yield return $"{name} is a {above}";
    }

    // A virtual method may be an ordinary one in a stand-in, not the reverse: firmware would override what it cannot.
    private static IEnumerable<string> MemberLines(string member)
    {
        if (member.EndsWith(" virtual", StringComparison.Ordinal)) yield return member[..^" virtual".Length];
        yield return member;
    }

    private static IEnumerable<string> OfType(TypeDefinition type)
    {
        yield return $"{KindOf(type)} {type.FullName}";
        if (type.BaseType is not null) yield return $"{type.FullName} is a {type.BaseType.FullName}";
        foreach (var implemented in type.Interfaces.Select(i => i.InterfaceType).Where(i => i is not TypeDefinition own || IsVisible(own)))
            yield return $"{type.FullName} is a {implemented.FullName}";
    }

    private static IEnumerable<string> FieldsOf(TypeDefinition type) =>
        type.Fields.Where(f => (f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly) && !f.IsRuntimeSpecialName)
            .Select(f => f.HasConstant ? $"{f.FullName} = {Convert.ToString(f.Constant, CultureInfo.InvariantCulture)}" : f.FullName);

    private static IEnumerable<string> MethodsOf(TypeDefinition type) =>
        type.Methods.Where(m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly)
            .Select(m => m.FullName + (m.IsAbstract ? " abstract" : m.IsVirtual && !m.IsFinal && !type.IsSealed ? " virtual" : ""));

    private static string KindOf(TypeDefinition type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { BaseType.FullName: "System.MulticastDelegate" } => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static bool IsVisible(TypeDefinition type) =>
        type.IsPublic || (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(type.DeclaringType);
}
