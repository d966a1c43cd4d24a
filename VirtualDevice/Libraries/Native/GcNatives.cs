using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Native;

/// <summary>
/// Host side of nanoFramework.Runtime.Native, GC. The device's objects live in the desktop's heap, which is not counted
/// per device: what is reported is an empty heap of the size that 8 MB of octal PSRAM leave.
/// </summary>
[Natives("nanoFramework.Runtime.Native", "nanoFramework.Runtime.Native.GC")]
internal static class GcNatives
{
    private const uint HeapBytes = 7 * 1024 * 1024;

    public static uint Run(bool compactHeap)
    {
        var life = Life.Current;
        if (life.State<Messages>().Enabled) life.Board.PrintDebug($"GC: 0msec 0 bytes used, {HeapBytes} bytes available\r\n");
        return HeapBytes;
    }

    public static void EnableGCMessages(bool enable) => Life.Current.State<Messages>().Enabled = enable;

    private sealed class Messages
    {
        public bool Enabled { get; set; }
    }
}
