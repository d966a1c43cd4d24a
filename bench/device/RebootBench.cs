using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.DeviceBench;

/// <summary>Reboots of one device in the middle of its life: nothing of a finished life may stay.</summary>
internal static class RebootBench
{
    private const int Reboots = 100;
    private const int Settled = 20;
    private const double TargetGrowthMb = 10;

    public static async Task<bool> RunAsync(Desk desk)
    {
        var (settled, end) = await RebootAsync(desk);
        var left = Collected(() => AssemblyLoadContext.All.Count(c => c.Name == "DeviceApp"));
        Report.Figure("reboots", $"memory after {Settled} reboots", settled, "MB");
        var flat = Report.Figure("reboots", $"growth from there to {Reboots}", end - settled, "MB", TargetGrowthMb);
        return Report.Figure("reboots", $"load contexts left of {Reboots + 1} lives", left, "", 0) && flat;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(double Settled, double End)> RebootAsync(Desk desk)
    {
        using var device = desk.Create("reboots");
        var console = device.Board.Uart0;
        device.PowerOn();
        double settled = 0;
        for (var i = 1; i <= Reboots; i++)
        {
            var before = console.Position;
            device.Reset();
            await console.WaitForAsync("[wifi] joined", Desk.Limit, before);
            if (i == Settled) settled = Memory();
        }

        return (settled, Memory());
    }

    private static double Memory() => Collected(() => GC.GetTotalMemory(forceFullCollection: true) / 1e6);

    private static double Collected(Func<double> measure)
    {
        // An unloaded context goes in several steps, each of which a collection begins.
        for (var i = 0; i < 10; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return measure();
    }
}
