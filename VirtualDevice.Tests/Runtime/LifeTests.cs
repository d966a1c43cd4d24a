using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Runtime;

/// <summary>
/// nf-interpreter, src/CLR/Core/Thread.cpp and Execution.cpp (SpawnStaticConstructor, the end of a thread),
/// src/CLR/Startup/CLRStartup.cpp (EnterDebuggerLoopAfterExit); CoreLibrary, System/DateTime.cs.
/// </summary>
public class LifeTests
{
    [Fact]
    public void A_reset_ends_every_thread_of_the_old_life()
    {
        using var running = new RunningDevice("Stubborn");
        running.WaitForOutput("stack used up");
        running.Device.Reset();
        running.WaitForOutput("stack used up", times: 2);
        running.Device.PowerOff();
        Assert.DoesNotContain(running.Events, e => e.Kind == DeviceEventKind.ThreadsStuck);
        Assert.Equal(2, running.Device.Boots);
    }

    [Fact]
    public void An_unhandled_exception_ends_its_thread_alone_and_in_silence()
    {
        using var running = new RunningDevice("Stubborn");
        var detail = running.WaitForEvent(DeviceEventKind.ThreadDied).Detail;
        Assert.Contains("nobody hears this", detail);
        Assert.Matches(@"at Stubborn\.Program.* in .*Program\.cs:line \d+", detail);
        running.WaitForOutput("stack used up");
        Assert.DoesNotContain("nobody hears this", running.Output);
    }

    [Fact]
    public void Static_constructors_run_before_Main()
    {
        using var running = new RunningDevice("Statics");
        running.WaitForOutput("constructed before Main: Never");
    }

    [Fact]
    public void A_cold_boot_is_at_1970_and_a_default_date_in_1601()
    {
        using var running = new RunningDevice("Statics");
        running.WaitForOutput("year 1970, default year 1601, boots 1");
    }

    [Fact]
    public void Each_life_has_statics_of_its_own()
    {
        using var running = new RunningDevice("Statics");
        running.WaitForOutput("boots 1");
        running.Device.Reset();
        running.WaitForOutput("boots 1", times: 2);
    }

    [Fact]
    public void Strings_compare_by_code_unit_whatever_the_culture()
    {
        using var running = new RunningDevice("Statics");
        running.WaitForOutput("'a' upper A, \"ba\" after \"B\" True");
    }

    [Fact]
    public void A_device_whose_Main_ended_hangs_until_it_is_reset()
    {
        using var running = new RunningDevice("Statics");
        Assert.Contains("Main ends badly", running.WaitForEvent(DeviceEventKind.MainEnded).Detail);
        Assert.Contains("++++ Exception System.ArgumentException", running.Output);
        Assert.Equal(1, running.Device.Boots);
        running.Device.Reset();
        running.WaitForEvent(DeviceEventKind.MainEnded, times: 2);
        Assert.Equal(2, running.Device.Boots);
    }

    [Fact]
    public void A_soft_reboot_keeps_the_clock_and_a_power_cut_loses_it()
    {
        using var running = new RunningDevice("Statics");
        running.WaitForEvent(DeviceEventKind.MainEnded);
        running.Device.Board.Clock.Set(new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        running.Device.Reset();
        running.WaitForOutput("year 2026");
        running.Device.PowerOff();
        running.Device.PowerOn();
        running.WaitForOutput("year 1970", times: 2);
    }

    [Fact]
    public void Devices_share_the_images_of_their_assemblies()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var one = new RunningDevice("Statics");
        using var other = new RunningDevice("Statics");
        one.WaitForOutput("boots 1");
        other.WaitForOutput("boots 1");
        var places = AssemblyLoadContext.All.Where(c => c.Name == "Statics").SelectMany(c => c.Assemblies).Where(a => a.GetName().Name == "Statics").Select(a => a.Location).ToList();
        Assert.True(places.Count >= 2);
        Assert.NotEqual("", Assert.Single(places.Distinct()));
    }

    [Fact]
    public void Nothing_of_a_finished_life_stays_in_memory()
    {
        var contexts = RebootTenTimes();
        for (var i = 0; i < 10 && contexts.Any(c => c.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.Equal(11, contexts.Count);
        Assert.Equal(0, contexts.Count(c => c.IsAlive));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> RebootTenTimes()
    {
        var seen = new ConditionalWeakTable<AssemblyLoadContext, object>();
        var contexts = new List<WeakReference>();
        using var running = new RunningDevice("Unloaded");
        for (var boot = 1; ; boot++)
        {
            running.WaitForEvent(DeviceEventKind.MainEnded, boot);
            foreach (var context in AssemblyLoadContext.All.Where(c => c.Name == "Unloaded"))
                if (seen.TryAdd(context, context.Name!)) contexts.Add(new WeakReference(context));
            if (boot == 11) return contexts;
            running.Device.Reset();
        }
    }
}
