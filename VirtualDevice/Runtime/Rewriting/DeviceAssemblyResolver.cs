extern alias corelib;

using corelib::SecureEsp.VirtualDevice.CoreLibrary;
using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting;

/// <summary>Finds for Mono.Cecil the assemblies of an image, and the host's that device code is sent to.</summary>
/// <param name="image">Whose assemblies they are.</param>
/// <param name="rewritten">Whether to give them as they will be loaded, or as they are on disk.</param>
/// <param name="loaded">Rewritten assemblies that no file of the image holds, by name.</param>
internal sealed class DeviceAssemblyResolver(FirmwareImage image, bool rewritten, IReadOnlyDictionary<string, byte[]>? loaded = null) : IAssemblyResolver
{
    private static readonly Dictionary<string, string> Host = new(StringComparer.Ordinal)
    {
        ["mscorlib"] = typeof(object).Assembly.Location,
        [typeof(object).Assembly.GetName().Name!] = typeof(object).Assembly.Location,
        [typeof(DeviceSeam).Assembly.GetName().Name!] = typeof(DeviceSeam).Assembly.Location,
        [typeof(Life).Assembly.GetName().Name!] = typeof(Life).Assembly.Location,
    };

    private readonly Dictionary<string, AssemblyDefinition> _known = new(StringComparer.Ordinal);

    public static bool IsHost(string name) => Host.ContainsKey(name);

    public AssemblyDefinition Resolve(AssemblyNameReference name) =>
        _known.TryGetValue(name.Name, out var known) ? known : _known[name.Name] = Read(name.Name, new ReaderParameters { AssemblyResolver = this });

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    public void Dispose()
    {
        foreach (var assembly in _known.Values) assembly.Dispose();
    }

    private AssemblyDefinition Read(string name, ReaderParameters parameters)
    {
        if (Host.TryGetValue(name, out var location)) return AssemblyDefinition.ReadAssembly(location, parameters);
        if (loaded?.TryGetValue(name, out var bytes) == true) return AssemblyDefinition.ReadAssembly(new MemoryStream(bytes), parameters);
        var path = image.Find(name) ?? throw new FileNotFoundException($"the device has no assembly {name}", name);
        return rewritten
            ? AssemblyDefinition.ReadAssembly(new MemoryStream(RewrittenAssembly.Of(path, image).Image), parameters)
            : AssemblyDefinition.ReadAssembly(path, parameters);
    }
}
