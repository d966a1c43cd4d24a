using SecureEsp.ServerHarness.Tests.MainJob;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.ServerHarness.Tests.Rpc;

/// <summary>What calls change for the next boot.</summary>
public sealed class RestartTests
{
    [TimedFact]
    public async Task Settings_that_were_saved_are_in_force_after_the_restart_and_others_gone()
    {
        await using var called = await Started();
        var console = called.Bench.Console;
        Assert.Equal("{'saved':false}", await called.Call("Config.Set", "{'key':'blink.pin','value':5}"));
        Assert.Equal("5", await called.Call("Config.Get", "{'key':'blink.pin'}"));
        Assert.Equal((0, "rebooting\n"), await Reboot());
        var asked = await console.WaitForAsync("rebooting, as asked for by a remote call", Bench.Limit);
        var first = await console.WaitForAsync("[run] ready", Bench.Limit, asked);
        Assert.Equal("9", await called.Call("Config.Get", "{'key':'blink.pin'}"));
        Assert.Equal("{'saved':true}", await called.Call("Config.Set", "{'config':{'blink':{'pin':4},'update':{'product':'Other'}},'save':true,'reboot':true}"));
        await console.WaitForAsync("no I:\\settings.txt, those of record", Bench.Limit, first);
        await console.WaitForAsync("started Blink on GPIO 4", Bench.Limit, first);
        await console.WaitForAsync("[run] ready", Bench.Limit, first);
        Assert.Equal("4", await called.Call("Config.Get", "{'key':'blink.pin'}"));
        Assert.Equal("'Other'", await called.Call("Config.Get", "{'key':'update.product'}"));
        Assert.Equal("'server.test'", await called.Call("Config.Get", "{'key':'mqtt.host'}"));
        Assert.False(called.Board.Flash.Exists(@"I:\settings.txt"));

        async Task<(int, string)> Reboot()
        {
            var result = await called.Run("device", "reboot");
            return (result.ExitCode, result.Output);
        }
    }

    [TimedFact]
    public async Task A_power_cut_while_settings_are_saved_leaves_the_old_or_the_new_ones()
    {
        await using var called = await Started();
        var device = called.Bench.Device!;
        var off = new SemaphoreSlim(0);
        device.Happened += happened => _ = happened.Kind == DeviceEventKind.PoweredOff ? off.Release() : 0;
        for (var change = 1; ; change++)
        {
            var since = called.Bench.Console.Output.Length;
            called.Board.Flash.PowerFailsAt = called.Board.Flash.Operations + change;
            var call = called.Call("Config.Set", "{'config':{'blink':{'pin':4},'update':{'product':'Other'}},'save':true}");
            var cut = off.WaitAsync(Bench.Limit);
            if (await Task.WhenAny(call, cut) == call)
            {
                Assert.True(change > 2, "the record, and the settings file's end");
                Assert.Equal("{'saved':true}", await call);
                return;
            }

            device.PowerOn();
            await called.Bench.Console.WaitForAsync("[run] ready", Bench.Limit, since);
            var seen = (await called.Call("Config.Get", "{'key':'blink.pin'}"), await called.Call("Config.Get", "{'key':'update.product'}"));
            Assert.Contains(seen, new[] { ("9", "'Blink'"), ("4", "'Other'") });
        }
    }

    [TimedFact]
    public async Task However_often_a_restart_is_asked_for_one_thread_waits_and_the_soonest_counts()
    {
        await using var called = await Started();
        Assert.Equal("{'channel_info':'mqtt'}", await called.Call("RPC.Ping"));
        var life = called.Bench.Life;
        var threads = life.Resources.Threads;
        for (var i = 0; i < 8; i++) Assert.Equal("null", await called.Call("Sys.Reboot", "{'delay_ms':60000}"));
        // The one that waits, and the one of calls, which ends with each.
        Assert.InRange(life.Resources.Threads, 1, threads + 2);
        var since = called.Bench.Console.Position;
        // Long enough for the answer to get out, and far below the others.
        Assert.Equal("null", await called.Call("Sys.Reboot", "{'delay_ms':2000}"));
        // Before the others' minute is over.
        await called.Bench.Console.WaitForAsync("rebooting, as asked for by a remote call", TimeSpan.FromSeconds(30), since);
        await called.Bench.Console.WaitForAsync("[run] ready", Bench.Limit, since);
    }

    private static async Task<CalledDevice> Started()
    {
        var called = new CalledDevice();
        await called.InitializeAsync();
        return called;
    }
}
