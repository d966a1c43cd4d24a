using SecureEsp.DeviceBench;
using SecureEsp.VirtualDevice.Runtime.Metering;

namespace SecureEsp.CryptoBench;

internal static class Figures
{
    public static MeterReading Median(IReadOnlyCollection<MeterReading> costs) => costs.OrderBy(c => c.Instructions).ElementAt(costs.Count / 2);

    public static MeterReading Worst(IReadOnlyCollection<MeterReading> costs) => costs.MaxBy(c => c.Instructions)!;

    /// <summary>Prints IL instructions and the time that they would take on a board.</summary>
    /// <returns>False where the target is missed.</returns>
    public static bool Instructions(string bench, string what, MeterReading cost, double? most = null)
    {
        var met = Report.Figure(bench, what, cost.Instructions, "IL instructions", most);
        Report.Figure(bench, "   on a board, estimated, at least", cost.TimeAt(MeterReading.FastBoard).TotalMilliseconds, "ms");
        Report.Figure(bench, "   on a board, estimated, at most", cost.TimeAt(MeterReading.SlowBoard).TotalMilliseconds, "ms");
        return met;
    }
}
