using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting;

/// <summary>
/// Keeps finalizers from running: the desktop's finalizer thread belongs to no device, and an exception there would end
/// the host. What firmware forgets to dispose stays open until its life ends.
/// </summary>
internal static class FinalizerRemoval
{
    public static void Apply(ModuleDefinition module)
    {
        foreach (var method in module.GetTypes().SelectMany(t => t.Methods).Where(m => m is { Name: "Finalize", IsVirtual: true } && m.Parameters.Count == 0).ToList())
        {
            method.IsVirtual = false;
            method.IsNewSlot = false;
            method.Overrides.Clear();
            method.Name = "<Finalize>";
        }
    }
}
