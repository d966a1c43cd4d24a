using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>A part of a device's life, through which the power fails.</summary>
/// <param name="Name">For the output.</param>
/// <param name="Bundle">What the update server offers.</param>
/// <param name="Reaches">At which position of it the connection is lost in the first boot; <see cref="int.MaxValue"/> for never.</param>
/// <param name="Messages">What the broker delivers in each boot: topics and payloads by turns.</param>
/// <param name="May">Which applications may run meanwhile.</param>
/// <param name="End">What a boot shows that has come to the end.</param>
internal sealed record PowerCutPhase(string Name, byte[] Bundle, int Reaches, string[] Messages, string[] May, string[] End)
{
    private const int MostBoots = 12;

    /// <summary>What is true once it has ended, beside.</summary>
    public Action<RunnerDevice>? Then { get; init; }

    /// <summary>Lets the power fail at these changes of the flash in turn, each counted from the boot behind the cut before; then goes on to the end.</summary>
    public void Run(RunnerDevice device, params long[] cuts)
    {
        var (at, before, told) = (0, device.Operations, "");
        for (var boot = 0; boot < MostBoots; boot++)
        {
            long? left = at < cuts.Length ? before + cuts[at] - device.Operations : null;
            var shown = device.Boot(Bundle, boot == 0 ? Reaches : int.MaxValue, Messages, left);
            told += shown + "--- boot\n";
            if (device.Failed)
            {
                (at, before) = (at + 1, device.Operations);
                continue;
            }

            AssertRuns(shown, told);
            if (!End.All(e => shown.Contains(e, StringComparison.Ordinal))) continue;
            Assert.True(at == cuts.Length, $"{Name}: the end came before cut {at + 1}\n{told}");
            Then?.Invoke(device);
            return;
        }

        Assert.Fail($"{Name}, cut at {string.Join(" and ", cuts)}: not ended after {MostBoots} boots\n{told}");
    }

    // One of those that were signed and may run here, and nothing was found damaged.
    private void AssertRuns(string shown, string told)
    {
        Assert.True(!shown.Contains("is not started", StringComparison.Ordinal) && !shown.Contains("ended by", StringComparison.Ordinal), told);
        var running = Regex.Match(shown, @"Running application: (factory|Blink\.Application ([0-9.]+))");
        var wasRestarted = shown.Contains("on trial: ", StringComparison.Ordinal);
        Assert.True(wasRestarted || (running.Success && May.Contains(running.Groups[2].Success ? running.Groups[2].Value : "factory")), $"{Name}: runs '{running.Value}'\n{told}");
    }
}
