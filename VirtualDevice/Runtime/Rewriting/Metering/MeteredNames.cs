using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting.Metering;

/// <summary>The numbers of an assembly's counters: its own methods, and the members of mscorlib that it calls.</summary>
internal sealed class MeteredNames
{
    private readonly List<(string Name, bool IsOfCoreLibrary)> _names = [];
    private readonly Dictionary<string, int> _coreLibrary = new(StringComparer.Ordinal);

    public int Count => _names.Count;

    public string this[int number] => _names[number].Name;

    public bool IsOfCoreLibrary(int number) => _names[number].IsOfCoreLibrary;

    /// <returns>The number of a method of this assembly.</returns>
    public int Add(MethodDefinition method) => Add(Describe(method), isOfCoreLibrary: false);

    /// <returns>The number of a member of mscorlib, the same for each call of it.</returns>
    public int AddCoreLibrary(MethodReference member)
    {
        var name = Describe(member);
        return _coreLibrary.TryGetValue(name, out var known) ? known : _coreLibrary[name] = Add(name, isOfCoreLibrary: true);
    }

    private static string Describe(MethodReference method) =>
        $"{method.DeclaringType.FullName}.{method.Name}({string.Join(',', method.Parameters.Select(p => p.ParameterType.Name))})";

    private int Add(string name, bool isOfCoreLibrary)
    {
        _names.Add((name, isOfCoreLibrary));
        return _names.Count - 1;
    }
}
