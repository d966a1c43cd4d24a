using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Esp32;

/// <summary>
/// Host side of nanoFramework.Hardware.Esp32, NativeMemory. The device's memory is the desktop's and is not counted: what
/// is reported is a board with 8 MB of PSRAM, Wi-Fi up, on which nothing else was taken.
/// </summary>
[Natives("nanoFramework.Hardware.Esp32", "nanoFramework.Hardware.Esp32.NativeMemory")]
internal static class NativeMemoryNatives
{
    private static readonly (uint Total, uint Free, uint Largest) Internal = (387_000, 160_000, 110_000);
    private static readonly (uint Total, uint Free, uint Largest) SpiRam = (8_388_608, 1_000_000, 983_040);

    public static uint NativeGetMemoryTotalSize(int memType) => Pick(memType, m => m.Total, (a, b) => a + b);

    public static uint NativeGetMemoryTotalFreeSize(int memType) => Pick(memType, m => m.Free, (a, b) => a + b);

    public static uint NativeGetMemoryLargestFreeBlock(int memType) => Pick(memType, m => m.Largest, Math.Max);

    private static uint Pick(int memType, Func<(uint Total, uint Free, uint Largest), uint> part, Func<uint, uint, uint> combine)
    {
        _ = Life.Current;
        return memType switch
        {
            0 => combine(part(Internal), part(SpiRam)),
            1 => part(Internal),
            2 => part(SpiRam),
            _ => throw new ArgumentException(),
        };
    }
}
