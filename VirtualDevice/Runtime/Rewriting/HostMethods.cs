using System.Reflection;
using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting;

/// <summary>References from one device assembly to host methods, each imported once.</summary>
internal sealed class HostMethods(ModuleDefinition module)
{
    private readonly Dictionary<MethodInfo, MethodReference> _imported = [];

    public MethodReference Poll => Import(typeof(Life).GetMethod(nameof(Life.Poll))!);

    public MethodReference CheckStack => Import(typeof(Life).GetMethod(nameof(Life.CheckStack))!);

    public MethodReference Import(MethodInfo method) =>
        _imported.TryGetValue(method, out var known) ? known : _imported[method] = module.ImportReference(method);
}
