using System.Globalization;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Runtime.Metering;

namespace SecureEsp.DeviceBench;

/// <summary>
/// What a download of an update takes of the device's heap: it must not grow with the image. Measured is the firmware's own code from the first
/// request to the verified slot, by the heap model of the IL meter.
/// </summary>
internal static class DownloadBench
{
    private const int Small = 64 * 1024;
    private const int Large = 2 * 1024 * 1024;
    private const int ChunkBytes = 4096;
    private const int LookEvery = 8 * 1024;
    private const int SlotKilobytes = 4096;

    /// <summary>The digest list's page is at most a chunk, and each page has a digest of 32 bytes in the manifest.</summary>
    private const int MostMore = ChunkBytes;

    public static async Task<bool> RunAsync(Desk desk)
    {
        var small = await MeasureAsync(desk, Small);
        var large = await MeasureAsync(desk, Large);
        Tell("64 KB", small);
        Tell("2 MB", large);
        var met = Report.Figure("download", "peak of 2 MB above that of 64 KB", large.Peak - small.Peak, "bytes", MostMore);
        Report.Figure("download", "IL instructions for each chunk more", PerChunk(m => m.Instructions), "IL instructions");
        Report.Figure("download", "bytes made (and given up) for each chunk more", PerChunk(m => m.AllocatedBytes), "bytes");
        return met;

        double PerChunk(Func<MeterReading, long> what) => (double)(what(large.Cost) - what(small.Cost)) / (large.Chunks - small.Chunks);
    }

    private static void Tell(string image, Measured measured)
    {
        Report.Figure("download", $"{image}: in use before", measured.Before, "bytes");
        Report.Figure("download", $"{image}: peak in use", measured.Peak, "bytes");
        Report.Figure("download", $"{image}: made in all", measured.Cost.AllocatedBytes, "bytes");
    }

    private static async Task<Measured> MeasureAsync(Desk desk, int filling)
    {
        await using var offer = await Offer.StartAsync(desk.Pki, filling);
        using var device = desk.Create($"download-{filling.ToString(CultureInfo.InvariantCulture)}", offer, SlotKilobytes, LookEvery);
        var stored = new TaskCompletionSource<(long Before, long Peak, MeterReading Cost)>(TaskCreationOptions.RunContinuationsAsynchronously);
        (long InUse, MeterReading Meter)? began = null;
        device.Board.Uart0.Written += text =>
        {
            // On the thread that prints: nothing of a download has begun at the one, nothing is left to do at the other.
            if (text.Contains("[boot] mqtt -> run"))
            {
                device.LiveHeap!.TakePeak();
                began = (device.LiveHeap.Look(), device.ReadMeter()!);
            }
            else if (text.Contains("is stored and verified") && began is { } start)
            {
                stored.TrySetResult((start.InUse, device.LiveHeap!.TakePeak(), device.ReadMeter()!.Since(start.Meter)));
            }
            else if (text.Contains("[ERROR]"))
            {
                stored.TrySetException(new InvalidOperationException(text));
            }
        };
        device.PowerOn();
        var (before, peak, cost) = await stored.Task.WaitAsync(Desk.Limit);
        device.PowerOff();
        return new(before, peak, cost, (offer.PayloadBytes + ChunkBytes - 1) / ChunkBytes);
    }

    /// <param name="Before">Bytes in use when the application had been started.</param>
    /// <param name="Peak">The most in use from then until the bundle was stored and verified.</param>
    private sealed record Measured(long Before, long Peak, MeterReading Cost, int Chunks);
}
