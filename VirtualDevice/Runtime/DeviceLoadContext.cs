extern alias corelib;

using System.Reflection;
using System.Runtime.Loader;
using corelib::SecureEsp.VirtualDevice.CoreLibrary;
using SecureEsp.VirtualDevice.Runtime.Metering;
using SecureEsp.VirtualDevice.Runtime.Rewriting;

namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>
/// The assemblies of one life, with statics of their own. What is not the device's comes from a short list: any other
/// name would hand firmware the desktop's library.
/// </summary>
internal sealed class DeviceLoadContext(FirmwareImage image, Meter? meter) : AssemblyLoadContext(image.Name, isCollectible: true)
{
    private static readonly Assembly[] Host = [typeof(object).Assembly, typeof(DeviceSeam).Assembly, typeof(DeviceLoadContext).Assembly];

    // Load is called concurrently for one name, and a name must give one assembly.
    private readonly Lock _loading = new();

    protected override Assembly Load(AssemblyName name)
    {
        if (Host.FirstOrDefault(a => a.GetName().Name == name.Name) is { } host) return host;
        lock (_loading)
        {
            if (Assemblies.FirstOrDefault(a => a.GetName().Name == name.Name) is { } loaded) return loaded;
            var path = image.Find(name.Name!) ?? throw new FileNotFoundException($"the device has no assembly {name.Name}", name.Name);
            return LoadRewritten(RewrittenAssembly.Of(path, image));
        }
    }

    public FirmwareImage Image => image;

    public Assembly LoadRewritten(RewrittenAssembly rewritten)
    {
        var assembly = LoadFromStream(new MemoryStream(rewritten.Image), rewritten.Symbols is null ? null : new MemoryStream(rewritten.Symbols));
        if (rewritten.Metered is { } names) meter?.Attach(assembly, names);
        return assembly;
    }

    /// <summary>Loads an assembly and all that it refers to.</summary>
    /// <returns>Each once, dependencies first: the order in which the CLR runs static constructors.</returns>
    public IReadOnlyList<Assembly> LoadClosure(string name)
    {
        var ordered = new List<Assembly>();
        Visit(LoadFromAssemblyName(new AssemblyName(name)), ordered, []);
        return ordered;
    }

    private void Visit(Assembly assembly, List<Assembly> ordered, HashSet<Assembly> seen)
    {
        if (Host.Contains(assembly) || !seen.Add(assembly)) return;
        foreach (var reference in assembly.GetReferencedAssemblies()) Visit(LoadFromAssemblyName(reference), ordered, seen);
        ordered.Add(assembly);
    }
}
