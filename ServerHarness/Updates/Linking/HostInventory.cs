using Mono.Cecil;

namespace SecureEsp.ServerHarness.Updates.Linking;

/// <summary>
/// What the firmware of a target offers an application: the assemblies that its main assembly refers to, directly or not, each with
/// its public members. Nothing else is deployed on the board, and so nothing else is there at run time.
/// </summary>
public sealed class HostInventory : IDisposable
{
    private readonly Dictionary<string, AssemblyDefinition> _assemblies = new(StringComparer.Ordinal);

    private HostInventory()
    {
    }

    /// <summary>Names and versions, in order.</summary>
    public IEnumerable<AssemblyNameDefinition> Assemblies => _assemblies.Values.Select(a => a.Name).OrderBy(n => n.Name, StringComparer.Ordinal);

    /// <summary>Where the firmware's assemblies lie unless told otherwise.</summary>
    private static string[] OwnFolders => [Path.Combine(AppContext.BaseDirectory, "Reference"), Path.Combine(AppContext.BaseDirectory, "Inventory")];

    /// <param name="host">The firmware's main assembly; what it refers to lies beside it, or is what this program has.</param>
    /// <exception cref="HarnessException">An assembly is missing or is none.</exception>
    public static HostInventory Open(string host)
    {
        var inventory = new HostInventory();
        var left = new Stack<string>([Path.GetFullPath(host)]);
        while (left.TryPop(out var path))
        {
            var assembly = Read(path);
            if (!inventory._assemblies.TryAdd(assembly.Name.Name, assembly))
            {
                assembly.Dispose();
                continue;
            }

            foreach (var reference in assembly.MainModule.AssemblyReferences.Where(r => !inventory._assemblies.ContainsKey(r.Name)))
            {
                left.Push(Find(reference.Name, Path.GetDirectoryName(Path.GetFullPath(host))!, assembly.Name.Name));
            }
        }

        return inventory;
    }

    /// <summary>An assembly by its simple name; null where the target has none.</summary>
    public AssemblyDefinition? Find(string name) => _assemblies.GetValueOrDefault(name);

    public void Dispose()
    {
        foreach (var assembly in _assemblies.Values)
        {
            assembly.Dispose();
        }
    }

    private static AssemblyDefinition Read(string path)
    {
        try
        {
            return AssemblyDefinition.ReadAssembly(path);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            throw new HarnessException($"{path} is no assembly of the firmware: {e.Message}", "give the firmware's .dll with --host", ExitCode.Missing, e);
        }
    }

    private static string Find(string name, string folder, string of) =>
        OwnFolders.Prepend(folder).Select(f => Path.Combine(f, name + ".dll")).FirstOrDefault(File.Exists)
        ?? throw new HarnessException($"{of} refers to {name}, which is neither in {folder} nor among this program's libraries", "put the firmware's assemblies into one folder", ExitCode.Missing);
}
