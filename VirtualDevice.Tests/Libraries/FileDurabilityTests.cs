using System.Text;
using SecureEsp.VirtualDevice.Tests.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Libraries;

/// <summary>
/// littlefs, DESIGN.md and lfs.c: a file's new content counts from lfs_file_sync or lfs_file_close on; nf-interpreter,
/// targets/ESP32/_littlefs/littlefs_FS_Driver.cpp.
/// </summary>
public class FileDurabilityTests
{
    [Fact]
    public void What_was_flushed_but_not_closed_is_lost_with_the_power()
    {
        using var running = new RunningDevice("Writer");
        running.WaitForOutput("written");
        running.Device.PowerOff();
        Assert.Equal("old", Encoding.UTF8.GetString(running.Device.Board.Flash.Read(@"I:\old")!));
        Assert.Equal("closed", Encoding.UTF8.GetString(running.Device.Board.Flash.Read(@"I:\closed")!));
        Assert.Equal([], running.Device.Board.Flash.Read(@"I:\made")!);
        running.Device.PowerOn();
        running.WaitForOutput("old is 'old', made has 0 bytes");
    }

    [Fact]
    public void A_reboot_keeps_files_and_does_not_wait_for_a_handler_beyond_its_limit()
    {
        using var running = new RunningDevice("Writer");
        running.WaitForOutput("written");
        running.Device.Reset();
        running.WaitForOutput("rebooting");
        running.WaitForOutput("rebooted\r\n");
        Assert.Equal(3, running.Device.Boots);
    }
}
