extern alias corelib;

using corelib::SecureEsp.VirtualDevice.CoreLibrary;
using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting;

/// <summary>Sends references to mscorlib to the desktop's core library, and those to types that are different on the device to ours.</summary>
internal static class CoreLibraryScope
{
    private static readonly HashSet<string> Own = typeof(DeviceSeam).Assembly.GetExportedTypes()
        .Where(t => !t.IsNested && t.Namespace!.StartsWith("System", StringComparison.Ordinal)).Select(t => t.FullName!).ToHashSet(StringComparer.Ordinal);

    public static void Apply(ModuleDefinition module)
    {
        var mscorlib = module.AssemblyReferences.FirstOrDefault(a => a.Name == "mscorlib");
        if (mscorlib is null) return;
        var own = new AssemblyNameReference(typeof(DeviceSeam).Assembly.GetName().Name, new Version(0, 0, 0, 0));
        module.AssemblyReferences.Add(own);
        foreach (var type in module.GetTypeReferences())
            if (type.Scope == mscorlib && Own.Contains(type.FullName)) type.Scope = own;
        var desktop = typeof(object).Assembly.GetName();
        mscorlib.Name = desktop.Name;
        mscorlib.Version = desktop.Version;
        mscorlib.PublicKeyToken = desktop.GetPublicKeyToken();
    }
}
