using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Native;

/// <summary>Host side of nanoFramework.Runtime.Native, Power. An ESP32 has no other boot loader: every option resets it.</summary>
[Natives("nanoFramework.Runtime.Native", "nanoFramework.Runtime.Native.Power")]
internal static class PowerNatives
{
    public static void NativeReboot(int rebootOption) => Life.Current.Board.Power.Reboot();
}
