using System.Text.RegularExpressions;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Tests.Runtime;
using Xunit.Abstractions;

namespace SecureEsp.VirtualDevice.Tests.Libraries;

/// <summary>
/// The firmware's settings records on a flash whose power fails at each operation in turn. What a cut leaves: littlefs, DESIGN.md and
/// lfs.c.
/// </summary>
public partial class SettingsPowerCutTests(ITestOutputHelper output)
{
    [Fact]
    public void Settings_survive_a_power_cut_at_any_flash_operation()
    {
        var operations = new List<FlashOperation>();
        var whole = new VirtualBoard();
        whole.Flash.Operating += operations.Add;
        Assert.Equal(6, Saved(Run(whole)));

        // Two files that are made and then written, and written by turns from then on.
        Assert.Equal(2, operations.Count(o => o.Kind == FlashOperationKind.Create));
        Assert.Equal(6, operations.Count(o => o.Kind == FlashOperationKind.Commit));
        Assert.Equal(operations.Count, whole.Flash.Operations);

        var survivors = operations.Count(CutAt);
        output.WriteLine($"settings: {operations.Count} cut points, {survivors} survivors");
        Assert.Equal(operations.Count, survivors);
    }

    [Fact]
    public void A_record_whose_bytes_rot_leaves_the_one_before_it()
    {
        var board = new VirtualBoard();
        Run(board);
        var newest = board.Flash.Read(@"I:\settings-b.bin")!;
        newest[^1] ^= 1;
        board.Flash.Write(@"I:\settings-b.bin", newest);
        Assert.StartsWith("found 5, esp-5;", Run(board));
    }

    /// <returns>Whether the device finds the last settings that it had stored when the power went, and can store others.</returns>
    private bool CutAt(FlashOperation operation)
    {
        var board = new VirtualBoard();
        void Cut(FlashOperation next)
        {
            if (next.Number >= operation.Number) throw new PowerCutException();
        }
        board.Flash.Operating += Cut;
        var saved = Saved(Run(board));
        board.Flash.Operating -= Cut;
        var after = Run(board);
        var found = saved == 0 ? "found 0, none;" : $"found {saved}, esp-{saved};";
        var survived = board.Flash.Operations >= operation.Number && after.StartsWith(found, StringComparison.Ordinal) && Saved(after) == saved + 6;
        output.WriteLine($"cut at {operation.Number} ({operation.Kind} {operation.Path}): {saved} saved before, then: {after.ReplaceLineEndings(" ")}");
        return survived;
    }

    /// <summary>One boot, to its end or to the power cut.</summary>
    private static string Run(VirtualBoard board)
    {
        using var running = new RunningDevice("SettingsSaver", board);
        running.WaitForEvent(DeviceEventKind.MainEnded);
        running.Device.PowerOff();
        return running.Output;
    }

    private static int Saved(string log) => SavedLine().Matches(log) is [.., var last] ? int.Parse(last.Groups[1].Value) : 0;

    [GeneratedRegex(@"saved (\d+);")]
    private static partial Regex SavedLine();

    private sealed class PowerCutException : Exception;
}
