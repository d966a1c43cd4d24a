namespace SecureEsp.VirtualDevice.Runtime.Metering;

/// <summary>What one method has cost since its device booted.</summary>
/// <param name="Assembly">Simple name; "mscorlib" for members of the core library, whose own instructions cannot be seen.</param>
/// <param name="Name">Type, method and parameter types.</param>
/// <param name="Instructions">IL instructions that its own body executed: none in natives and in mscorlib.</param>
/// <param name="Calls">How often it was entered; for mscorlib, how often firmware called it.</param>
/// <param name="AllocatedBytes">Managed heap of a board that its own instructions took, by <see cref="Rewriting.Metering.HeapModel"/>.</param>
public sealed record MeteredMethod(string Assembly, string Name, long Instructions, long Calls, long AllocatedBytes);
