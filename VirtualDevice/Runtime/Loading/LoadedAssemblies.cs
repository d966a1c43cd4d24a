extern alias corelib;

using System.Reflection;
using corelib::SecureEsp.VirtualDevice.CoreLibrary;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.VirtualDevice.Runtime.Loading;

/// <summary>
/// The assemblies of one life in the order in which the CLR has them: what is deployed, then what firmware loads. None is
/// ever unloaded, and the first that answers a reference is taken.
/// </summary>
internal sealed class LoadedAssemblies
{
    /// <summary>c_MaxAssemblies of nf-interpreter.</summary>
    public const int Limit = 64;

    private readonly Lock _lock = new();
    private readonly List<LoadedAssembly> _all = [CoreLibrary];

    // nano's mscorlib is at run time the desktop's core library, and the shim, which has its version.
    private static LoadedAssembly CoreLibrary => new("mscorlib", typeof(DeviceSeam).Assembly.GetName().Version!, "mscorlib", typeof(object).Assembly);

    public int Count
    {
        get
        {
            lock (_lock) return _all.Count;
        }
    }

    public void Deploy(IEnumerable<Assembly> assemblies)
    {
        lock (_lock) _all.AddRange(assemblies.Select(a => new LoadedAssembly(a.GetName().Name!, a.GetName().Version!, a.GetName().Name!, a)));
    }

    public void Add(LoadedAssembly assembly)
    {
        lock (_lock) _all.Add(assembly);
    }

    public LoadedAssembly? Find(AssemblyRow reference) => Find(a => a.Answers(reference));

    /// <param name="version">All four numbers; null where any will do.</param>
    public LoadedAssembly? Find(string name, Version? version) => Find(a => a.Name == name && (version is null || a.IsExactly(version)));

    /// <summary>What firmware knows an assembly as; one that is not in the list, and so none of the device's, is its core library.</summary>
    public LoadedAssembly Of(Assembly assembly) => Find(a => a.Assembly == assembly) ?? CoreLibrary;

    /// <summary>What was loaded from bytes, by the desktop's names, rewritten.</summary>
    public Dictionary<string, byte[]> Rewritten { get; } = new(StringComparer.Ordinal);

    private LoadedAssembly? Find(Func<LoadedAssembly, bool> wanted)
    {
        lock (_lock) return _all.FirstOrDefault(wanted);
    }
}
