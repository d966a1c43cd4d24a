using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting;

/// <summary>
/// Looks, before anything runs, whether everything that firmware refers to is there: otherwise it would fail in the
/// middle, when the first method that uses it is compiled.
/// </summary>
public static class LinkCheck
{
    /// <returns>What an assembly of the image refers to and the device lacks, one line each; nothing when it all links.</returns>
    /// <exception cref="FileNotFoundException">The device has no assembly of a name that one refers to.</exception>
    public static IReadOnlyList<string> Missing(FirmwareImage image)
    {
        using var resolver = new DeviceAssemblyResolver(image, rewritten: true);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = new Stack<string>([image.Name]);
        while (left.TryPop(out var name))
        {
            if (DeviceAssemblyResolver.IsHost(name) || !seen.Add(name)) continue;
            var module = resolver.Resolve(new AssemblyNameReference(name, null)).MainModule;
            foreach (var reference in Missing(module)) missing.Add($"{name} refers to {reference}");
            foreach (var reference in module.AssemblyReferences) left.Push(reference.Name);
        }
        return [.. missing];
    }

    /// <returns>What one rewritten assembly refers to and its resolver does not find.</returns>
    internal static IEnumerable<string> Missing(ModuleDefinition module)
    {
        foreach (var reference in module.GetTypeReferences().Where(t => t.Resolve() is null)) yield return $"the type {reference.FullName}";
        foreach (var reference in module.GetMemberReferences().Where(m => m.DeclaringType is not ArrayType && m.DeclaringType.Resolve() is not null && !Links(m)))
            yield return reference.FullName;
    }

    /// <summary>Whether a member is there and device code may use it. Of this assembly it may use everything: <see cref="HostAccess"/>.</summary>
    private static bool Links(MemberReference member) => member.Resolve() switch
    {
        MethodDefinition method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly || !IsForeign(method),
        FieldDefinition field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly || !IsForeign(field),
        _ => false,
    };

    private static bool IsForeign(IMemberDefinition member) => member.DeclaringType.Module.Assembly.Name.Name == typeof(object).Assembly.GetName().Name;
}
