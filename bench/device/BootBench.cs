using System.Diagnostics;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.DeviceBench;

/// <summary>From power-on to the first line of the firmware, on a board of its own each time.</summary>
internal static class BootBench
{
    private const int Boots = 20;
    private const double TargetMs = 100;

    public static async Task<bool> RunAsync(Desk desk)
    {
        var opening = Stopwatch.GetTimestamp();
        Firmware.Open(Firmware.Own);
        Report.Figure("boot", "firmware opened: libraries rewritten, links checked", Stopwatch.GetElapsedTime(opening).TotalMilliseconds, "ms");
        var times = new List<double>();
        for (var i = 0; i <= Boots; i++)
        {
            using var device = desk.Create("boot");
            times.Add(await MeasureAsync(device));
        }

        Report.Figure("boot", "first device of the process", times[0], "ms");
        var later = times.Skip(1).Order().ToList();
        Report.Figure("boot", $"slowest of {Boots} later ones", later[^1], "ms");
        return Report.Figure("boot", $"median of {Boots} later ones", later[Boots / 2], "ms", TargetMs);
    }

    private static async Task<double> MeasureAsync(Device device)
    {
        var first = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        device.Board.Uart0.Written += _ => first.TrySetResult(Stopwatch.GetTimestamp());
        var started = Stopwatch.GetTimestamp();
        device.PowerOn();
        var printed = await first.Task.WaitAsync(Desk.Limit);
        return Stopwatch.GetElapsedTime(started, printed).TotalMilliseconds;
    }
}
