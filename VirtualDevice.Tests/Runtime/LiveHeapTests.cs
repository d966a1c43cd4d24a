using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Runtime;

/// <summary>What is in use of a device's heap.</summary>
public class LiveHeapTests
{
    /// <summary>What Metered.Heap._kept holds in the end: a byte[100], 10 blocks of 12 bytes.</summary>
    private const int Kept = 120;

    [Fact]
    public void What_was_given_up_is_not_in_use_any_more_and_counts_in_the_peak()
    {
        using var running = new RunningDevice(new FirmwareImage(Path.Combine(AppContext.BaseDirectory, "Firmware", "Metered.dll")) { IsMetered = true, HeapStep = 1 });
        running.WaitForEvent(DeviceEventKind.MainEnded);
        var heap = running.Device.LiveHeap!;
        var inUse = heap.Look();
        Assert.InRange(inUse, Kept, running.Device.ReadMeter()!.AllocatedBytes - 1);
        Assert.InRange(heap.TakePeak(), inUse + 1, running.Device.ReadMeter()!.AllocatedBytes);
        Assert.Equal(inUse, heap.TakePeak());
    }

    [Fact]
    public void Nothing_is_watched_unless_it_is_asked_for()
    {
        using var running = MeteredFirmware.Start();
        running.WaitForEvent(DeviceEventKind.MainEnded);
        Assert.Null(running.Device.LiveHeap);
    }
}
