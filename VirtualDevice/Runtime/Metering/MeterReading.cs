namespace SecureEsp.VirtualDevice.Runtime.Metering;

/// <summary>What the firmware has executed since its device booted, or between two readings.</summary>
public sealed class MeterReading
{
    /// <summary>
    /// IL instructions a second of an ESP32-S3 at 240 MHz, the low end of what is ESTIMATED from 50 to 90 machine
    /// instructions for each on the real interpreter.
    /// </summary>
    public const double SlowBoard = 1_000_000;

    /// <summary>The high end of that estimate.</summary>
    public const double FastBoard = 3_300_000;

    internal MeterReading(IEnumerable<MeteredMethod> methods)
    {
        Methods = [.. methods.OrderByDescending(m => m.Instructions).ThenByDescending(m => m.AllocatedBytes).ThenByDescending(m => m.Calls).ThenBy(m => m.Name, StringComparer.Ordinal)];
        Instructions = Methods.Sum(m => m.Instructions);
        Calls = Methods.Sum(m => m.Calls);
        AllocatedBytes = Methods.Sum(m => m.AllocatedBytes);
    }

    /// <summary>All that ran, the costliest first.</summary>
    public IReadOnlyList<MeteredMethod> Methods { get; }

    /// <summary>IL instructions of firmware and libraries, static constructors included. What natives and mscorlib do is not in it.</summary>
    public long Instructions { get; }

    public long Calls { get; }

    /// <summary>Allocated in all, whatever of it was collected since.</summary>
    public long AllocatedBytes { get; }

    /// <summary>Time for the instructions alone on a board: a lower bound, since natives, mscorlib, the garbage collector and waiting come on top.</summary>
    /// <param name="instructionsPerSecond">The board's rate; above 0.</param>
    public TimeSpan TimeAt(double instructionsPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(instructionsPerSecond);
        return TimeSpan.FromSeconds(Instructions / instructionsPerSecond);
    }

    /// <summary>What was executed after an earlier reading of the same life.</summary>
    public MeterReading Since(MeterReading earlier)
    {
        var before = earlier.Methods.ToDictionary(m => (m.Assembly, m.Name));
        return new(Methods.Select(m => before.TryGetValue((m.Assembly, m.Name), out var b) ? Less(m, b) : m).Where(m => m.Calls > 0 || m.Instructions > 0));
    }

    private static MeteredMethod Less(MeteredMethod now, MeteredMethod before) => now with
    {
        Instructions = now.Instructions - before.Instructions,
        Calls = now.Calls - before.Calls,
        AllocatedBytes = now.AllocatedBytes - before.AllocatedBytes,
    };
}
