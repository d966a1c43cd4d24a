extern alias corelib;

using System.Collections.Concurrent;
using System.Diagnostics;
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
    private readonly ConcurrentDictionary<string, RewrittenAssembly> _rewritten = new(StringComparer.Ordinal);

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
        // The runtime would keep a copy of image and symbols for each device; only a debugger needs the symbols (see FirmwareTrace).
        var assembly = rewritten.Shared is { } shared && !Debugger.IsAttached
            ? LoadFromAssemblyPath(shared.Path)
            : LoadFromStream(new MemoryStream(rewritten.Image), Debugger.IsAttached ? rewritten.Symbols?.Open() : null);
        _rewritten[assembly.GetName().Name!] = rewritten;
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

    /// <summary>What one of these assemblies was made from; null for the host's.</summary>
    public RewrittenAssembly? Origin(Assembly assembly) => _rewritten.GetValueOrDefault(assembly.GetName().Name!);

    private void Visit(Assembly assembly, List<Assembly> ordered, HashSet<Assembly> seen)
    {
        if (Host.Contains(assembly) || !seen.Add(assembly)) return;
        foreach (var reference in assembly.GetReferencedAssemblies()) Visit(LoadFromAssemblyName(reference), ordered, seen);
        ordered.Add(assembly);
    }
}
