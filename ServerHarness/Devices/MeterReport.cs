using System.Globalization;
using System.Text;
using SecureEsp.VirtualDevice.Runtime.Metering;

namespace SecureEsp.ServerHarness.Devices;

/// <summary>What firmware has executed in one life, as a table and as a document.</summary>
/// <param name="Reading">All methods.</param>
/// <param name="Rate">IL instructions a second of the board that the time is told for; null for the estimated range of an ESP32-S3.</param>
internal sealed record MeterReport(MeterReading Reading, double? Rate)
{
    private const int Rows = 25;

    /// <summary>The costliest methods, and the sum of all.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        table.AppendLine("   instructions       %         calls       allocated  method");
        foreach (var method in Reading.Methods.Take(Rows)) Row(table, method.Instructions, method.Calls, method.AllocatedBytes, $"{method.Name} ({method.Assembly})");
        if (Reading.Methods.Count > Rows)
        {
            var rest = Reading.Methods.Skip(Rows).ToList();
            Row(table, rest.Sum(m => m.Instructions), rest.Sum(m => m.Calls), rest.Sum(m => m.AllocatedBytes), $"in {rest.Count} other methods");
        }

        Row(table, Reading.Instructions, Reading.Calls, Reading.AllocatedBytes, "in all");
        table.AppendLine(string.Create(CultureInfo.InvariantCulture, $"on a board: {BoardTime()}, plus natives, mscorlib and waiting"));
        return table.ToString();
    }

    /// <summary>The same for programs, with every method.</summary>
    public object Document() => new
    {
        @event = "meter",
        Reading.Instructions,
        Reading.Calls,
        Reading.AllocatedBytes,
        boardSeconds = Rates().Select(rate => new { instructionsPerSecond = rate, seconds = Math.Round(Reading.TimeAt(rate).TotalSeconds, 3) }),
        Reading.Methods,
    };

    private string BoardTime() => Rate is { } rate
        ? string.Create(CultureInfo.InvariantCulture, $"{Reading.TimeAt(rate).TotalSeconds:0.000} s at {rate:#,0} instructions a second")
        : string.Create(CultureInfo.InvariantCulture, $"{Reading.TimeAt(MeterReading.FastBoard).TotalSeconds:0.000} to {Reading.TimeAt(MeterReading.SlowBoard).TotalSeconds:0.000} s at 3.3 to 1 million instructions a second (estimated for an ESP32-S3)");

    private double[] Rates() => Rate is { } rate ? [rate] : [MeterReading.FastBoard, MeterReading.SlowBoard];

    private void Row(StringBuilder table, long instructions, long calls, long bytes, string name)
    {
        var share = Reading.Instructions == 0 ? 0 : 100.0 * instructions / Reading.Instructions;
        table.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{instructions,15:#,0} {share,7:0.0} {calls,13:#,0} {bytes,15:#,0}  {name}"));
    }
}
