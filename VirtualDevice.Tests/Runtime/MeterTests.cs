using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Runtime.Metering;

namespace SecureEsp.VirtualDevice.Tests.Runtime;

public class MeterTests(MeteredFirmware firmware) : IClassFixture<MeteredFirmware>
{
    [Fact]
    public void Straight_code_counts_each_of_its_instructions_once() =>
        Assert.Equal((4, 1), Counted("Shapes.StraightLine(Int32,Int32)")); // ldarg ldarg add ret

    [Fact]
    public void A_loop_counts_its_body_for_each_turn_and_its_condition_once_more() =>
        // ldc stloc ldc stloc br; 10 turns of 4 for the sum and 4 for the counter; 11 conditions of 3; ldloc ret
        Assert.Equal((5 + 10 * 8 + 11 * 3 + 2, 1), Counted("Shapes.Loop(Int32)"));

    [Fact]
    public void A_switch_counts_the_branch_taken() =>
        // five times ldarg switch; case 0 and 1 ldc ret, case 2 ldsfld ldc add ret, twice br ldc ret
        Assert.Equal((5 * 2 + 2 + 2 + 4 + 2 * 3, 5), Counted("Shapes.Choose(Int32)"));

    [Fact]
    public void An_exception_leaves_out_what_it_skips()
    {
        // without: ldarg call · ldc stloc leave · finally 3 · ldloc ret; with: ldarg call · pop ldc stloc leave · finally 3 · ldloc ret
        Assert.Equal((2 + 3 + 3 + 2 + 2 + 4 + 3 + 2, 2), Counted("Shapes.Catch(Boolean)"));
        // per call ldarg brfalse ret, when it throws ldarg brfalse newobj throw; called 2 + 3 times, thrown twice
        Assert.Equal((3 * 3 + 2 * 4, 5), Counted("Shapes.Fail(Boolean)"));
    }

    [Fact]
    public void An_exception_from_a_call_ends_the_count_at_the_call() =>
        // ldc stloc; 3 x (ldloc ldc ceq call), 2 x (ldloc stsfld, ldloc ldc add stloc, br); pop leave ret
        Assert.Equal((2 + 3 * 4 + 2 * (2 + 4 + 1) + 3, 1), Counted("Shapes.LeaveLoopByException()"));

    [Fact]
    public void Recursion_counts_each_entry() =>
        // six times ldarg brfalse ldarg ldc sub call ldc add ret, once ldarg brfalse ldc ret
        Assert.Equal((6 * 9 + 4, 7), Counted("Shapes.Recurse(Int32)"));

    [Fact]
    public void Threads_that_count_at_once_lose_nothing()
    {
        Assert.Equal((20_000 * 5, 20_000), Counted("Program.Touch()"));
        Assert.Equal((4 * (3 + 5000 * 5 + 5001 * 3 + 1), 4), Counted("Program.Work()"));
    }

    [Fact]
    public void Objects_arrays_and_strings_take_blocks_of_12_bytes()
    {
        Assert.Equal(12 * (3 + 2 + 3 + 10), firmware.Method("Heap.Make()").AllocatedBytes);
        Assert.Equal(12 * (2 + 2), firmware.Method("Heap.Text(String,Int32)").AllocatedBytes);
    }

    [Fact]
    public void Calls_of_mscorlib_are_counted_though_its_instructions_are_not()
    {
        var concat = Assert.Single(firmware.Reading.Methods, m => m.Assembly == "mscorlib" && m.Name == "System.String.Concat(String,String)");
        Assert.Equal((0, 1, 0), (concat.Instructions, concat.Calls, concat.AllocatedBytes));
    }

    [Fact]
    public void The_meter_starts_at_zero_with_each_life()
    {
        using var running = MeteredFirmware.Start();
        running.WaitForEvent(DeviceEventKind.MainEnded);
        running.Device.Reset();
        running.WaitForEvent(DeviceEventKind.MainEnded, times: 2);
        Assert.Equal(firmware.Reading.Instructions, running.Device.ReadMeter()!.Instructions);
    }

    [Fact]
    public void The_cost_between_two_readings_and_its_time_on_a_board_can_be_told()
    {
        Assert.Equal(0, firmware.Reading.Since(firmware.Reading).Instructions);
        Assert.Empty(firmware.Reading.Since(firmware.Reading).Methods);
        Assert.Equal(firmware.Reading.Instructions / 1e6, firmware.Reading.TimeAt(MeterReading.SlowBoard).TotalSeconds, precision: 6);
    }

    [Fact]
    public void Firmware_is_not_metered_unless_asked_for()
    {
        using var running = new RunningDevice("Metered");
        running.WaitForEvent(DeviceEventKind.MainEnded);
        Assert.Null(running.Device.ReadMeter());
    }

    private (long Instructions, long Calls) Counted(string method) => (firmware.Method(method).Instructions, firmware.Method(method).Calls);
}
