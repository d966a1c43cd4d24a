using System.Text.RegularExpressions;
using SecureEsp.ServerHarness.Tests.MainJob;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;
using Xunit.Abstractions;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>
/// The power fails before each change of the flash in turn, through a whole update, and the whole device boots again. All else that can be cut is in
/// <see cref="EveryPowerCutTests"/>, where a boot takes less.
/// </summary>
public partial class PowerCutTests(PkiFixture pki, ITestOutputHelper output) : IClassFixture<PkiFixture>
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    [Fact(Timeout = 600_000)]
    public async Task A_cut_at_any_file_operation_leaves_a_signed_application_and_the_update_comes_to_its_end()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Bundle = await rig.Bundle("1.0.0", filling: 20_000);
        rig.PowerUp();
        await rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");
        rig.Bench.Device!.PowerOff();
        var installed = rig.Board.Flash;
        rig.Server.Bundle = await rig.Bundle("2.0.0");

        const string end = "400 up-to-date";
        using var flight = new FlashImage(installed);
        var (operations, _) = await Run(rig, flight.Copy(), null, end);
        for (var cut = 1; cut <= operations; cut++)
        {
            var (_, text) = await Run(rig, flight.Copy(), cut, end);
            Assert.DoesNotContain("not started: 3", text);
        }

        // The first that is not survived ends the test.
        output.WriteLine($"a whole update: {operations} cut points, {operations} survived");
        Assert.True(operations > 0);
    }

    /// <summary>Boots, asks for the update, and lets the power fail once; then waits until the update has come to its end.</summary>
    private static async Task<(long Operations, string Console)> Run(UpdateRig rig, Flash flash, long? cut, string end)
    {
        var before = flash.Operations;
        if (cut is { } number) flash.PowerFailsAt = before + number;
        rig.PowerUpWith(flash);
        var device = rig.Bench.Device!;
        var went = new SemaphoreSlim(0);
        device.Happened += e =>
        {
            if (e.Kind == DeviceEventKind.PoweredOff) went.Release();
        };
        var console = rig.Bench.Console;
        try
        {
            // The device looks for updates each time it is asked; a trial, a rollback and a refusal come by themselves.
            using var limit = new CancellationTokenSource(s_limit);
            while (!console.Output.Contains(end, StringComparison.Ordinal))
            {
                limit.Token.ThrowIfCancellationRequested();
                if (went.Wait(0))
                {
                    device.PowerOff();
                    device.PowerOn();
                }

                if (Asks(console.Output)) await rig.Publish("/esp/update/run", "");
                await Task.Delay(20, limit.Token);
            }

            AssertRuns(console.Output);
            return (flash.Operations - before, console.Output);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"cut {cut}: no {end}\n{console.Output}");
        }
        finally
        {
            device.Dispose();
        }
    }

    // Ready, not on trial, and nothing asked for since the last boot.
    private static bool Asks(string console)
    {
        var boot = console.LastIndexOf("[boot] SecureEsp", StringComparison.Ordinal);
        if (boot < 0) return false;
        var life = console[boot..];
        var quiet = life.Contains("is confirmed", StringComparison.Ordinal) || !life.Contains("on trial", StringComparison.Ordinal);
        return life.Contains("[run] ready", StringComparison.Ordinal) && quiet && Count(life, "received /esp/update/run") <= Outcomes().Count(life);
    }

    private static void AssertRuns(string console)
    {
        // Each life that came so far started a bundle that was signed, or the application of the firmware.
        Assert.DoesNotContain("is not started", console);
        Assert.Contains("Running application: Blink.Application", console);
    }

    [GeneratedRegex(@"^\[update\] \[(SUCCESS|ERROR)\] Update: [1-6][0-9][0-9] ", RegexOptions.Multiline)]
    private static partial Regex Outcomes();

    private static int Count(string text, string part)
    {
        var count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal)) count++;
        return count;
    }

    /// <summary>A flash as it was, as often as it is wanted.</summary>
    private sealed class FlashImage : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public FlashImage(Flash flash) => flash.Save(_folder.File("flash.zip"));

        public Flash Copy()
        {
            var copy = new Flash();
            Assert.True(copy.Load(_folder.File("flash.zip")));
            return copy;
        }

        public void Dispose() => _folder.Dispose();
    }
}
