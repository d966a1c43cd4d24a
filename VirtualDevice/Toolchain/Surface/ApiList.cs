namespace SecureEsp.VirtualDevice.Toolchain.Surface;

/// <summary>A type of an API list: its name (nested as Outer/Inner), kind words, base class and interfaces, and members.</summary>
internal sealed record ApiType(string Name, string Kind, string[] Bases)
{
    public List<ApiField> Fields { get; } = [];
    public List<ApiMethod> Methods { get; } = [];
    public bool IsGeneric => Name.Contains('`');
}

/// <param name="Constant">The literal as text, null where the field is no constant.</param>
internal sealed record ApiField(string Type, string Name, string? Constant);

internal sealed record ApiMethod(string Returns, string Name, string[] Parameters, bool IsVirtual, bool IsAbstract)
{
    /// <summary>Name and parameters as the list spells them: what identifies the method within its type.</summary>
    public string Signature => $"{Returns} {Name}({string.Join(",", Parameters)})";

    public bool IsGeneric => Signature.Contains('`') || Signature.Contains('!') || Signature.Contains('<');
}

/// <summary>
/// Reads the list of one library's public members: a line "T name : kind : bases" for each type, below it
/// "  F type owner::name [= constant]" and "  M type owner::name(parameters) [abstract|virtual]".
/// </summary>
internal static class ApiList
{
    public static List<ApiType> Read(string path)
    {
        var types = new List<ApiType>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("T ", StringComparison.Ordinal)) types.Add(Type(line[2..]));
            else if (line.StartsWith("  F ", StringComparison.Ordinal)) types[^1].Fields.Add(Field(line[4..]));
            else if (line.StartsWith("  M ", StringComparison.Ordinal)) types[^1].Methods.Add(Method(line[4..]));
        }
        return types;
    }

    private static ApiType Type(string text)
    {
        var parts = text.Split(" : ");
        var bases = parts.Length > 2 ? parts[2].Split(", ", StringSplitOptions.RemoveEmptyEntries) : [];
        return new ApiType(parts[0].Trim(), parts[1].Trim(), bases);
    }

    private static ApiField Field(string text)
    {
        var equals = text.IndexOf(" = ", StringComparison.Ordinal);
        var declaration = equals < 0 ? text : text[..equals];
        var (type, name) = Split(declaration);
        return new ApiField(type, name, equals < 0 ? null : text[(equals + 3)..]);
    }

    private static ApiMethod Method(string text)
    {
        var isAbstract = text.EndsWith(" abstract", StringComparison.Ordinal);
        var isVirtual = isAbstract || text.EndsWith(" virtual", StringComparison.Ordinal);
        var close = text.LastIndexOf(')');
        var open = text.IndexOf('(');
        var parameters = text[(open + 1)..close].Split(',', StringSplitOptions.RemoveEmptyEntries);
        var (returns, name) = Split(text[..open]);
        return new ApiMethod(returns, name, parameters, isVirtual, isAbstract);
    }

    private static (string Type, string Name) Split(string declaration)
    {
        var space = declaration.IndexOf(' ');
        var name = declaration[(declaration.IndexOf("::", StringComparison.Ordinal) + 2)..];
        return (declaration[..space], name);
    }
}
