using Mono.Cecil;
using Mono.Cecil.Cil;
using SecureEsp.ServerHarness.Tests.MainJob;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>
/// Applications that are signed and bad, and flashes that lost all. One that throws in its start is in <see cref="DeviceUpdateTests"/>, one whose thread
/// dies in <see cref="HostedApplicationTests"/>; one that hangs is noticed by time alone, so only the first of its three attempts is waited for.
/// </summary>
public sealed class BootLoopTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    [Fact(Timeout = 180_000)]
    public async Task A_start_that_hangs_ends_the_attempt_and_is_told()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Bundle = await rig.Bundle("1.0.0", Hangs);
        rig.PowerUp();
        await rig.Logged("Running application: Blink on GPIO 9");
        await rig.Logged("[SUCCESS] Update to 1.0.0 is stored and verified");
        await rig.Bench.Console.WaitForAsync("the trial failed: 708 start-slow", TimeSpan.FromSeconds(120));
        Assert.DoesNotContain(rig.Log, l => l.Contains("is confirmed"));
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

    /// <summary>Start never comes back.</summary>
    private static void Hangs(ModuleDefinition module)
    {
        var start = module.GetType("Blink.Application").Methods.Single(m => m.Name == "Start");
        var sleep = new MethodReference("Sleep", module.TypeSystem.Void, new TypeReference("System.Threading", "Thread", module, module.TypeSystem.CoreLibrary));
        sleep.Parameters.Add(new(module.TypeSystem.Int32));
        var il = start.Body.GetILProcessor();
        var first = start.Body.Instructions[0];
        il.InsertBefore(first, il.Create(OpCodes.Ldc_I4_M1));
        il.InsertBefore(first, il.Create(OpCodes.Call, sleep));
    }
}
