using System;

namespace SecureEsp.VirtualDevice.CoreLibrary;

/// <summary>What these types need of the device that the calling thread belongs to. The runtime sets it once per process.</summary>
public static class DeviceSeam
{
    /// <summary>The device's clock: UTC in ticks of 100 ns since 0001-01-01.</summary>
    public static Func<long> UtcNowTicks { get; set; } = static () => throw new InvalidOperationException("no device runs on this thread");

    /// <summary>Writes text to the device's debug console.</summary>
    public static Action<string> WriteConsole { get; set; } = static _ => throw new InvalidOperationException("no device runs on this thread");
}

/// <summary>
/// Marks a static method that stands for a member of nanoFramework's mscorlib. The member is named as the API lists
/// spell it; a first parameter called <c>self</c> is the instance.
/// </summary>
/// <param name="member">For example <c>System.Char System.Char::ToLower()</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedirectAttribute(string member) : Attribute
{
    public string Member { get; } = member;
}
