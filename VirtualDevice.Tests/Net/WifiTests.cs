using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.VirtualDevice.Tests.Net;

/// <summary>
/// nf-interpreter, targets/ESP32/_common/targetHAL_Network.cpp (WIFI_EVENT_STA_DISCONNECTED connects again) and
/// sys_dev_wifi_native_System_Device_Wifi_WifiAdapter.cpp (20 s); nanoframework/System.Device.Wifi, NetworkHelper/WifiNetworkHelper.cs.
/// </summary>
public class WifiTests
{
    [Fact]
    public void Joining_gives_an_address_and_the_time_and_stores_the_credentials()
    {
        using var device = new NetworkedDevice(isProvisioned: false);
        device.Run("join", NetworkedDevice.Ssid, NetworkedDevice.Password);
        device.Expect("joined True status 2").Expect($"address {device.Board.Radio.HostAddress}").Expect("year 2026 sntp True 0.pool.ntp.org");
        Assert.Equal((NetworkedDevice.Ssid, NetworkedDevice.Password), (device.Board.Wifi.Station.Ssid, device.Board.Wifi.Station.Password));
        Assert.Same(device.Network, device.Board.Radio.Joined);
    }

    [Theory]
    [InlineData(NetworkedDevice.Ssid, "wrong")]
    [InlineData("No Net", NetworkedDevice.Password)]
    public void Without_a_network_the_token_ends_the_wait_for_an_address(string ssid, string password)
    {
        using var device = new NetworkedDevice(isProvisioned: false).Run("join", ssid, password);
        device.Expect("joined False status 4").Expect("address 0.0.0.0").Expect("year 1970 sntp False 0.pool.ntp.org");
    }

    [Fact]
    public void Without_a_time_source_the_token_ends_the_wait_for_the_clock()
    {
        using var device = new NetworkedDevice(isProvisioned: false);
        device.Network.TimeSource = null;
        device.Run("join", NetworkedDevice.Ssid, NetworkedDevice.Password).Expect("joined False status 5");
    }

    [Fact]
    public void A_null_password_is_an_exception_that_the_helper_keeps()
    {
        using var device = new NetworkedDevice(isProvisioned: false).Run("join", NetworkedDevice.Ssid, "null");
        device.Expect("joined False status 7");
    }

    [Theory]
    [InlineData(NetworkedDevice.Ssid, NetworkedDevice.Password, 3)]
    [InlineData(NetworkedDevice.Ssid, "wrong", 1)]
    [InlineData("No Net", "", 2)]
    public void The_adapter_tells_what_became_of_joining(string ssid, string password, int status)
    {
        using var device = new NetworkedDevice(isProvisioned: false).Run("adapter", ssid, password);
        device.Expect($"status {status}");
        Assert.Equal(ssid, device.Board.Wifi.Station.Ssid); // Manual stores, whatever the result
    }

    [Fact]
    public void A_scan_finds_the_networks_in_range_strongest_first()
    {
        using var device = new NetworkedDevice(isProvisioned: false);
        device.Board.Radio.Add(new AccessPoint("Near") { Rssi = -40 });
        device.Board.Radio.Add(new AccessPoint("Far") { Rssi = -90 });
        device.Board.Radio.Add(new AccessPoint("Gone") { IsInRange = false });
        device.Run("scan").Expect("done");
        var lines = device.Running.Output.Split("\r\n")[..3];
        Assert.Equal(["Near", "Lab", "Far"], lines.Select(l => l.Split(' ')[0]));
        Assert.Equal(["bars 4", "bars 4", "bars 1"], lines.Select(l => l[^6..]));
        Assert.Contains("02-AC-CE-55-", lines[0]);
    }

    [Fact]
    public void A_provisioned_device_joins_at_boot_and_again_after_a_loss()
    {
        using var device = new NetworkedDevice();
        device.Network.IsInRange = false; // until the firmware listens
        device.Run("watch").Expect("watching");
        device.Network.IsInRange = true;
        device.Expect("available True").Expect($"address on 0 {device.Board.Radio.HostAddress}");
        device.Network.IsInRange = false;
        device.Running.WaitForOutput($"address on 0 {device.Board.Radio.HostAddress}\r\navailable False\r\n");
        Assert.Null(device.Board.Radio.Address);
        device.Network.IsInRange = true;
        device.Running.WaitForOutput("available True\r\n", times: 2);
        device.Running.WaitForOutput($"address on 0 {device.Board.Radio.HostAddress}\r\n", times: 2);
    }

    [Fact]
    public void Of_access_points_with_one_name_the_strongest_is_joined_and_the_next_when_it_drops_out()
    {
        using var device = new NetworkedDevice();
        var strong = new AccessPoint(NetworkedDevice.Ssid, NetworkedDevice.Password) { Rssi = -40, IsInRange = false };
        var next = new AccessPoint(NetworkedDevice.Ssid, NetworkedDevice.Password) { Rssi = -45 };
        device.Board.Radio.Add(strong);
        device.Network.IsInRange = false; // until the firmware listens
        device.Run("watch").Expect("watching");
        strong.IsInRange = true;
        device.Expect("available True");
        device.Network.IsInRange = true; // weaker than the next
        device.Board.Radio.Add(next);
        Assert.Same(strong, device.Board.Radio.Joined);
        strong.IsInRange = false;
        device.Running.WaitForOutput("available True\r\n", times: 2);
        Assert.Same(next, device.Board.Radio.Joined);
    }

    [Fact]
    public void A_password_that_becomes_right_is_enough_for_the_driver()
    {
        using var device = new NetworkedDevice();
        device.Network.Password = "changed";
        device.Run("watch").Expect("watching");
        device.Network.Password = NetworkedDevice.Password;
        device.Expect("available True");
    }

    [Fact]
    public void The_station_is_off_while_the_device_is_off()
    {
        using var device = new NetworkedDevice();
        device.Network.IsInRange = false;
        device.Run("watch").Expect("watching");
        device.Network.IsInRange = true;
        device.Expect($"address on 0 {device.Board.Radio.HostAddress}");
        device.Running.Device.PowerOff();
        Assert.Null(device.Board.Radio.Joined);
        device.Network.IsInRange = false;
        device.Network.IsInRange = true;
        Assert.Null(device.Board.Radio.Joined);
    }

    [Fact]
    public void Blocks_on_flash_have_the_layout_of_the_firmware()
    {
        var board = new VirtualBoard();
        board.Wifi.Provision("net", "pass");
        var block = board.Flash.Read(@"I:\con_WN1_0.sys")!;
        Assert.Equal(108, block.Length);
        Assert.Equal("WN1\0"u8.ToArray(), block[..4]);
        Assert.Equal("net\0"u8.ToArray(), block[11..15]);
        Assert.Equal("pass\0"u8.ToArray(), block[43..48]);
        Assert.Equal(0x0E, block[107]);
    }
}
