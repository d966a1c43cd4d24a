using Mono.Cecil;
using Mono.Cecil.Cil;
using SecureEsp.ServerHarness.Tests.MainJob;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>
/// Applications that are signed and bad. One that throws in its start is in <see cref="DeviceUpdateTests"/>; those here are noticed by time alone, so
/// the devices wait side by side, and only for the first of their three attempts.
/// </summary>
public sealed class BootLoopTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    [Fact(Timeout = 180_000)]
    public Task A_start_that_hangs_and_a_thread_that_dies_later_end_the_attempt_and_are_told() => Task.WhenAll(
        Tried(Hangs, "the trial failed: 708 start-slow"),
        Tried(Dies, "the trial failed: 709 unhealthy"));

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

    private async Task Tried(Action<ModuleDefinition> change, string told)
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Bundle = await rig.Bundle("1.0.0", change);
        rig.PowerUp();
        await rig.Logged("Running application: Blink on GPIO 9");
        await rig.Logged("[SUCCESS] Update to 1.0.0 is stored and verified");
        await rig.Bench.Console.WaitForAsync(told, TimeSpan.FromSeconds(120));
        Assert.DoesNotContain(rig.Log, l => l.Contains("is confirmed"));
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

    /// <summary>Its thread ends by an exception, in silence; asked, the application says so.</summary>
    private static void Dies(ModuleDefinition module)
    {
        UpdateRig.Throws("Blinking", "too late")(module);
        var application = module.GetType("Blink.Application");
        var alive = new MethodReference("get_IsAlive", module.TypeSystem.Boolean, new TypeReference("System.Threading", "Thread", module, module.TypeSystem.CoreLibrary)) { HasThis = true };
        var isHealthy = new MethodDefinition("IsHealthy", MethodAttributes.Public | MethodAttributes.HideBySig, module.TypeSystem.Boolean);
        var il = isHealthy.Body.GetILProcessor();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, application.Fields.Single(f => f.Name == "_thread"));
        il.Emit(OpCodes.Callvirt, alive);
        il.Emit(OpCodes.Ret);
        application.Methods.Add(isHealthy);
    }
}
