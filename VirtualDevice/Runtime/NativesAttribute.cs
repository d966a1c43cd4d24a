namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>
/// Marks a static class whose public static methods are the host side of a nanoFramework type's native
/// (<c>InternalCall</c>) methods. They bind by name and number of parameters; an instance native gets the instance first,
/// a native constructor is called <see cref="Constructor"/>, and a struct of the device arrives and returns boxed.
/// </summary>
/// <param name="assembly">Simple name of the nanoFramework assembly.</param>
/// <param name="type">Full name of the type, nested as Outer/Inner.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class NativesAttribute(string assembly, string type) : Attribute
{
    /// <summary>What a native constructor is called here; the firmware's C++ names it alike.</summary>
    public const string Constructor = "_ctor";

    public string Assembly { get; } = assembly;
    public string Type { get; } = type;
}
