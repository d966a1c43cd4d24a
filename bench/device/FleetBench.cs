using System.Diagnostics;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.DeviceBench;

/// <summary>Many devices in this process, each with its page over mutual TLS and its session at the broker. The endpoint is in it too.</summary>
internal static class FleetBench
{
    private const int Devices = 100;
    private const double TargetMb = 300;

    public static async Task<bool> RunAsync(Desk desk)
    {
        var before = Memory();
        var devices = Enumerable.Range(1, Devices).Select(i => desk.Create($"fleet-{i:000}")).ToList();
        try
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var device in devices) device.PowerOn();
            await Task.WhenAll(devices.Select(ConnectedAsync));
            Report.Figure("fleet", $"{Devices} devices from power-on to page and broker", Stopwatch.GetElapsedTime(started).TotalSeconds, "s");
            var after = Memory();
            Report.Figure("fleet", "managed heap", GC.GetGCMemoryInfo().HeapSizeBytes / 1e6, "MB");
            using var self = Process.GetCurrentProcess();
            Report.Figure("fleet", "threads", self.Threads.Count, "");
            Report.Figure("fleet", "memory of each", (after - before) / Devices, "MB");
            return Report.Figure("fleet", "resident memory of the process", after, "MB", TargetMb);
        }
        finally
        {
            foreach (var device in devices) device.Dispose();
        }
    }

    private static async Task ConnectedAsync(Device device)
    {
        await device.Board.Uart0.WaitForAsync("HTTP/1.1 200 OK", Desk.Limit);
        await device.Board.Uart0.WaitForAsync("[mqtt] connected", Desk.Limit);
    }

    private static double Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64 / 1e6;
    }
}
