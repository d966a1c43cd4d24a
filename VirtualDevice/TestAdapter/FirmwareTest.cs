using Mono.Cecil;

namespace SecureEsp.VirtualDevice.TestAdapter;

/// <summary>One test of a firmware test assembly: a method, or one data row of it.</summary>
/// <param name="Row">Index of the data row, -1 where the method has none.</param>
/// <param name="Arguments">The data row as text, for people.</param>
internal sealed record FirmwareTest(string Type, string Method, int Row, string Arguments, string? File, int Line)
{
    public string Name => Row < 0 ? $"{Type}.{Method}" : $"{Type}.{Method}({Arguments})";

    /// <summary>What identifies the test within its assembly.</summary>
    public string Key => $"{Type}.{Method}#{Row}";

    /// <summary>Finds the tests without loading the assembly: it is the device's, not the desktop's.</summary>
    public static IEnumerable<FirmwareTest> In(string assembly)
    {
        var symbols = System.IO.File.Exists(Path.ChangeExtension(assembly, ".pdb"));
        using var module = ModuleDefinition.ReadModule(assembly, new ReaderParameters { ReadSymbols = symbols });
        foreach (var type in module.GetTypes().Where(t => Has(t, "TestClassAttribute")))
            foreach (var method in type.Methods.Where(m => Has(m, "TestMethodAttribute") || Has(m, "DataRowAttribute")))
                foreach (var test in Rows(type, method)) yield return test;
    }

    private static List<FirmwareTest> Rows(TypeDefinition type, MethodDefinition method)
    {
        var point = method.DebugInformation.SequencePoints.FirstOrDefault(p => !p.IsHidden);
        var rows = method.CustomAttributes.Where(a => a.AttributeType.Name == "DataRowAttribute").ToList();
        if (rows.Count == 0) return [new(type.FullName, method.Name, -1, "", point?.Document.Url, point?.StartLine ?? 0)];
        return rows.Select((row, i) => new FirmwareTest(type.FullName, method.Name, i, Text(row), point?.Document.Url, point?.StartLine ?? 0)).ToList();
    }

    private static string Text(CustomAttribute row) =>
        row.ConstructorArguments is [{ Value: CustomAttributeArgument[] values }] ? string.Join(", ", values.Select(v => Text(v.Value))) : "";

    private static string Text(object? value) => value switch
    {
        CustomAttributeArgument inner => Text(inner.Value),
        string text => $"\"{text.Replace("\r", "\\r").Replace("\n", "\\n")}\"",
        null => "null",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    private static bool Has(ICustomAttributeProvider member, string attribute) =>
        member.CustomAttributes.Any(a => a.AttributeType.Name == attribute && a.AttributeType.Namespace == "nanoFramework.TestFramework");
}
