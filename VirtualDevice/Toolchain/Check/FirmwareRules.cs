using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SecureEsp.VirtualDevice.Toolchain.Check;

/// <param name="Place">File(line,column) where debug information has it, otherwise the assembly's path.</param>
internal sealed record Finding(string Place, string Message);

/// <summary>
/// What C# compiles and nanoFramework 1.x cannot run: its metadata processor refuses it, its interpreter crashes on it,
/// or it silently does something else there.
/// </summary>
internal static class FirmwareRules
{
    public static List<Finding> Check(string path)
    {
        var symbols = File.Exists(Path.ChangeExtension(path, ".pdb"));
        using var module = ModuleDefinition.ReadModule(path, new ReaderParameters { ReadSymbols = symbols });
        var findings = new List<Finding>();
        foreach (var type in module.GetTypes())
        {
            if (type.HasGenericParameters) findings.Add(new(PlaceOf(type, path), $"generic type {type.FullName}: nanoFramework 1.x has no generics"));
            foreach (var method in type.Methods)
                foreach (var message in MethodRules.Broken(type, method))
                    findings.Add(new(PlaceOf(method) ?? path, message));
        }
        findings.AddRange(AssemblySize.Of(module).Broken(module.Assembly.Name.Name).Select(message => new Finding(path, message)));
        return findings.Distinct().ToList();
    }

    private static string PlaceOf(TypeDefinition type, string path) => type.Methods.Select(PlaceOf).FirstOrDefault(p => p is not null) ?? path;

    private static string? PlaceOf(MethodDefinition method)
    {
        if (!method.HasBody || !method.DebugInformation.HasSequencePoints) return null;
        var point = method.DebugInformation.SequencePoints.FirstOrDefault(p => !p.IsHidden);
        return point is null ? null : $"{point.Document.Url}({point.StartLine},{point.StartColumn})";
    }
}
