using SecureEsp.ServerHarness.Tests.MainJob;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>
/// Applications that are signed and bad, and flashes that lost all. One that throws in its start is in <see cref="DeviceUpdateTests"/>, one whose thread
/// dies in <see cref="HostedApplicationTests"/>; one that hangs is noticed by time alone, of which this one is given little.
/// </summary>
public sealed class BootLoopTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    [TimedFact]
    public async Task A_start_that_hangs_ends_each_attempt_and_is_told()
    {
        using var bench = await UpdateBench.Create();
        using var device = new RunnerDevice { StartLimitMs = 500 };
        device.Restore(RunnerFlash.New(bench));
        var bundle = await File.ReadAllBytesAsync(await bench.Signed("9.0.0"));
        Assert.Contains("[SUCCESS] Update to 9.0.0 is stored and verified", device.Boot(bundle, int.MaxValue, [], null));
        for (var left = 2; left >= 0; left--)
        {
            var shown = device.Boot(bundle, int.MaxValue, [], null);
            Assert.Contains("[ERROR] Update: on trial: 708 start-slow", shown);
            Assert.DoesNotContain("is confirmed", shown);
            if (left < 2) Assert.Contains($"the trial failed: 708 start-slow; trying again, then {left} times more", shown);
        }

        var end = device.Boot(bundle, int.MaxValue, [], null);
        Assert.Contains("711 rolled-back: the application was given up after its last attempt (708 start-slow)", end);
        Assert.Contains("Running application: factory", end);
    }

    [TimedFact]
    public async Task A_flash_that_was_formatted_runs_nothing_of_before_and_is_provisioned_and_updated_anew()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Bundle = await rig.Bundle("1.0.0");
        rig.PowerUp();
        await rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");
        rig.Bench.Device!.PowerOff();
        var mark = rig.Bench.Console.Position;
        rig.Board.Flash.Damage();
        rig.Bench.Device.PowerOn();
        await rig.Bench.Console.WaitForAsync("{SSID} {PWD}", Bench.Limit, mark);
        Assert.Null(rig.Board.Flash.Read(@"I:\slot-a.bundle"));
        Assert.DoesNotContain("Running application", rig.Bench.Console.Output[(int)mark..]);
        rig.Bench.Device.Dispose();
        rig.PowerUp();
        await rig.Logged("Running application: Blink on GPIO 9");
        await rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");
    }
}
