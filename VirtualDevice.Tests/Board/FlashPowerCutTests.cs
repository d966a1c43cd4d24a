using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Tests.Runtime;
using Xunit.Abstractions;

namespace SecureEsp.VirtualDevice.Tests.Board;

/// <summary>
/// A board whose power fails before each flash operation in turn, under firmware that catches everything and goes on. littlefs,
/// DESIGN.md: every operation is atomic.
/// </summary>
public class FlashPowerCutTests(ITestOutputHelper output)
{
    [Fact]
    public void A_cut_at_any_operation_leaves_exactly_what_was_durable_before_it()
    {
        // Before each operation: what is on the flash.
        var states = new List<string>();
        var kinds = new List<FlashOperationKind>();
        var whole = new VirtualBoard();
        whole.Flash.Operating += operation =>
        {
            states.Add(Content(whole.Flash));
            kinds.Add(operation.Kind);
        };
        using (var running = new RunningDevice("FlashUser", whole)) running.WaitForOutput("all done");
        Assert.Equal(Enum.GetValues<FlashOperationKind>(), kinds.Distinct().Order());

        for (var cut = 1; cut <= states.Count; cut++)
        {
            var board = new VirtualBoard();
            board.Flash.PowerFailsAt = cut;
            using var running = new RunningDevice("FlashUser", board);
            running.WaitForEvent(DeviceEventKind.PoweredOff);
            running.Device.PowerOff();
            Assert.Equal(states[cut - 1], Content(board.Flash));
            Assert.DoesNotContain("all done", running.Output);
            running.Device.PowerOn();
            running.WaitForOutput("all done");
        }
        output.WriteLine($"{states.Count} cut points, each left the state before it");
    }

    [Fact]
    public void Storing_a_configuration_empties_its_file_first()
    {
        // ConfigStorage_OpenFile opens with "w", and esp_littlefs makes the emptied file durable at once (esp_littlefs.c, vfs_littlefs_open).
        var board = new VirtualBoard();
        board.Wifi.Provision("old", "password");
        board.Flash.PowerFailsAt = board.Flash.Operations + 2;
        Assert.Throws<DeviceStoppedException>(() => board.Wifi.Provision("new", "password"));
        Assert.Equal([], board.Flash.Read(@"I:\con_WN1_0.sys")!);
        Assert.True(board.Flash.Mount());
        Assert.Equal("", new VirtualBoard(board.Flash).Wifi.Station.Ssid);
    }

    [Fact]
    public void A_drive_that_cannot_be_mounted_is_formatted_with_the_systems_files_and_firmware_is_not_told()
    {
        var board = new VirtualBoard();
        board.Wifi.Provision("net", "password");
        board.Certificates.ProvisionCaBundle(CertificateStore.Terminate("-----BEGIN CERTIFICATE-----"));
        board.Certificates.ProvisionDeviceCertificate(CertificateStore.Terminate("-----BEGIN CERTIFICATE-----", "-----BEGIN PRIVATE KEY-----"));
        board.Flash.Write(@"I:\kept", "until it cannot be mounted"u8);
        board.Flash.Damage();
        Assert.NotEmpty(board.Flash.List());
        using var running = new RunningDevice("FlashUser", board);
        running.WaitForOutput("all done");
        Assert.Single(running.Events, e => e.Kind == DeviceEventKind.FlashFormatted);
        Assert.Equal("all done\r\n", running.Output);
        Assert.Empty(board.Flash.List());
        Assert.Null(board.Certificates.CaBundle);
        Assert.Null(board.Certificates.DeviceCertificate);
        Assert.Equal("", board.Wifi.Station.Ssid);
        running.Device.Reset();
        running.WaitForOutput("all done", times: 2);
        Assert.Single(running.Events, e => e.Kind == DeviceEventKind.FlashFormatted);
    }

    private static string Content(Flash flash) =>
        string.Join('\n', flash.Entries().Select(e => $"{e.Path} {(e.Content is null ? "directory" : Convert.ToHexString(e.Content))}"));
}
