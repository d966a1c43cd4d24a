using System.Text;
using SecureEsp.ServerHarness.Demo;
using SecureEsp.ServerHarness.Tests.MainJob;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>The contract between the firmware and the application that it hosts.</summary>
public sealed class HostedApplicationTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    [TimedFact]
    public async Task Boot_loop_a_thread_that_dies_after_a_good_start_is_noticed_reported_and_rolled_back()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Bundle = await rig.Bundle("1.0.0", UpdateRig.Throws("Blinking", "after the start"));
        rig.PowerUp();
        await rig.Logged("Running application: Blink.Application 1.0.0 from slot A, on trial");
        await rig.Logged("[ERROR] Update: on trial: 713 thread-ended (_thread)");
        await rig.Logged("[ERROR] Update: 711 rolled-back: the application was given up after its last attempt (713 thread-ended (_thread))");
        await rig.Logged("Running application: Blink on GPIO 9");
        await rig.Logged("401 never-again");
    }

    [TimedFact]
    public async Task An_application_has_settings_of_its_own_whether_built_in_or_updated()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        var board = rig.NewBoard();
        board.Flash.Write(@"I:\application.txt", Encoding.UTF8.GetBytes("# of the application alone\nperiod = 100\nunknown=1\n"));
        rig.Bench.PowerUp(board);
        await rig.Logged("601 nothing-offered");
        await Blinks(rig);
        rig.Server.Bundle = await rig.Bundle("1.0.0");
        await rig.Publish("/esp/update/run", "");
        await rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");
        await Blinks(rig);
    }

    // At its own pace it keeps a level for a second, however busy the machine is.
    private static async Task Blinks(UpdateRig rig)
    {
        var led = await Led.WatchAsync(rig.Board.Gpio, 9, 6, Bench.Limit, default);
        Assert.InRange(led.Shortest, TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
    }
}
