using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Native;

/// <summary>Host side of nanoFramework.Runtime.Native, Environment.</summary>
[Natives("nanoFramework.Runtime.Native", "System.Environment")]
internal static class EnvironmentNatives
{
    public static long get_TickCount64() => (long)Life.Current.Uptime.TotalMilliseconds;
}
