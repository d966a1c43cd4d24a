using System.Globalization;

namespace SecureEsp.DeviceBench;

internal static class Report
{
    /// <summary>Prints a figure with its target.</summary>
    /// <param name="most">The target: at most this; null for a figure without one.</param>
    /// <returns>False where the target is missed.</returns>
    public static bool Figure(string bench, string what, double value, string unit, double? most = null)
    {
        var met = most is null || value <= most;
        var target = most is null ? "" : string.Create(CultureInfo.InvariantCulture, $"  (target at most {most:#,0.#}: {(met ? "met" : "MISSED")})");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bench,-8} {what,-52} {value,12:#,0.#} {unit}{target}"));
        return met;
    }
}
