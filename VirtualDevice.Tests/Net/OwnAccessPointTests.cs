using System.Net;
using System.Net.Sockets;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.VirtualDevice.Tests.Net;

/// <summary>
/// nf-interpreter, targets/ESP32/_Network/NF_ESP32_Wireless.cpp (modes, authentication, configuration at the start of the radio only) and
/// _common/Target_Network.cpp (stations); nanoframework/System.Net, NetworkInformation/WirelessAPConfiguration.cs (what is refused).
/// </summary>
public class OwnAccessPointTests
{
    private const string Ssid = "SecureEsp-0001", Password = "per device";
    private const int Wpa2 = 8, Open = 4, AutoStart = 6;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_saved_access_point_is_up_after_a_reboot_and_not_before()
    {
        using var device = new NetworkedDevice(isProvisioned: false);
        device.Run("ap-save", Ssid, Password, Wpa2, 6, 2, AutoStart).Expect("saved");
        Assert.Null(device.Board.Radio.OwnAccessPoint);
        device.Store("scenario.txt", "ap-serve");
        device.Running.Device.Reset();
        device.Expect("serving at 192.168.4.1, port 443");
        Assert.Equal((Ssid, 6, false, false), (OwnNetwork(device).Ssid, OwnNetwork(device).Channel, OwnNetwork(device).IsHidden, OwnNetwork(device).IsOpen));
        device.Running.Device.PowerOff();
        Assert.Null(device.Board.Radio.OwnAccessPoint);
    }

    [Theory]
    [InlineData("SecureEsp-0001-with-a-name-of-32", Password, Wpa2, 2, "not saved: ArgumentOutOfRangeException")]
    [InlineData(Ssid, "7 bytes", Wpa2, 2, "not saved: ArgumentOutOfRangeException")]
    [InlineData(Ssid, "64 bytes, one more than a WPA2 password has, and so not accepted", Wpa2, 2, "not saved: ArgumentOutOfRangeException")]
    [InlineData(Ssid, Password, Wpa2, 0, "not saved: ArgumentOutOfRangeException")]
    [InlineData(Ssid, "null", Open, 2, "not saved: NullReferenceException")]
    [InlineData(Ssid, "63 bytes: the longest password that WPA2 has, and accepted here", Wpa2, 2, "saved")]
    [InlineData(Ssid, "", Open, 2, "saved")]
    public void Configurations_are_refused_as_the_library_does_it(string ssid, string password, int authentication, int connections, string line)
    {
        using var device = new NetworkedDevice(isProvisioned: false);
        device.Run("ap-save", ssid, password, authentication, 6, connections, AutoStart).Expect(line);
    }

    [Fact]
    public void Only_who_knows_name_and_password_joins_and_no_more_than_there_are_places()
    {
        using var device = Serving(new() { Ssid = Ssid, Password = Password, Options = AutoStart, MaxConnections = 1 });
        var own = OwnNetwork(device);
        Assert.Equal(JoinResult.NoSuchNetwork, own.Join("another", Password, out _));
        Assert.Equal(JoinResult.WrongPassword, own.Join(Ssid, "per-device", out var none));
        Assert.Equal(JoinResult.WrongPassword, own.Join(Ssid, null, out _));
        Assert.Null(none);
        Assert.Equal(JoinResult.Joined, own.Join(Ssid, Password, out var station));
        Assert.Equal(JoinResult.Full, own.Join(Ssid, Password, out _));
        device.Expect("station 0 of 1 True");
        station!.Dispose();
        device.Expect("station 0 of 1 False");
        Assert.Equal(JoinResult.Joined, own.Join(Ssid, Password, out _));
    }

    [Fact]
    public void The_chip_takes_fifteen_however_many_are_configured()
    {
        using var device = Serving(new() { Ssid = Ssid, Password = Password, Options = AutoStart, MaxConnections = 200 });
        var joined = Enumerable.Range(0, 16).Select(_ => OwnNetwork(device).Join(Ssid, Password, out var _)).ToList();
        Assert.Equal(15, joined.Count(j => j == JoinResult.Joined));
        Assert.Equal(JoinResult.Full, joined[15]);
    }

    [Fact]
    public async Task A_joined_program_reaches_the_device_at_a_loopback_port_until_it_leaves()
    {
        using var device = Serving(new() { Ssid = Ssid, Password = Password, Options = AutoStart });
        OwnNetwork(device).Join(Ssid, Password, out var station);
        Assert.Throws<InvalidOperationException>(() => station!.Reach(443)); // no address yet
        station!.Address = IPAddress.Parse("192.168.4.2");
        Assert.Null(device.Board.Radio.Ports.FindListener(443)); // only by joining
        using var client = new TcpClient();
        await client.ConnectAsync(station.Reach(443));
        Assert.Equal(42, client.GetStream().ReadByte());
        device.Expect($"1 stations, first {BitConverter.ToString(station.MacAddress)}");

        station.Dispose();
        await Assert.ThrowsAsync<IOException>(async () => await client.GetStream().ReadExactlyAsync(new byte[1]));
        Assert.Throws<InvalidOperationException>(() => station.Reach(443));
    }

    [Fact]
    public async Task The_firmware_throws_a_station_out()
    {
        using var device = Serving(new() { Ssid = Ssid, Password = Password, Options = AutoStart }, "ap-serve", "out");
        OwnNetwork(device).Join(Ssid, Password, out var station);
        station!.Address = IPAddress.Parse("192.168.4.2");
        using var client = new TcpClient();
        await client.ConnectAsync(station.Reach(443));
        await client.GetStream().WriteAsync(new byte[1]);
        await station.Left.WaitAsync(Limit);
        device.Expect("station 0 of 1 False");
    }

    [Fact]
    public async Task A_reboot_throws_all_out()
    {
        using var device = Serving(new() { Ssid = Ssid, Password = Password, Options = AutoStart });
        var own = OwnNetwork(device);
        own.Join(Ssid, Password, out var station);
        device.Running.Device.Reset();
        await station!.Left.WaitAsync(Limit);
        Assert.Equal(JoinResult.NoSuchNetwork, own.Join(Ssid, Password, out _));
    }

    [Fact]
    public async Task The_firmware_gives_addresses_and_without_it_nobody_does()
    {
        using var device = Serving(new() { Ssid = Ssid, Password = Password, Options = AutoStart });
        OwnNetwork(device).Join(Ssid, Password, out var station);
        await Assert.ThrowsAsync<TimeoutException>(() => station!.GetAddressAsync(TimeSpan.FromMilliseconds(400)));

        device.Store("scenario.txt", "ap-dhcp");
        device.Running.Device.Reset();
        device.Expect("dhcp");
        OwnNetwork(device).Join(Ssid, Password, out station);
        var lease = await station!.GetAddressAsync(Limit);
        Assert.Equal(("192.168.4.7", "255.255.255.0", "192.168.4.1", 600.0), ($"{lease.Address}", $"{lease.Mask}", $"{lease.Server}", lease.Time.TotalSeconds));
        Assert.Equal(lease.Address, station.Address);
    }

    [Theory]
    [InlineData(Open, Password)]
    [InlineData(5, Password)]
    [InlineData(Wpa2, "")]
    public void What_is_not_WPA_or_has_no_password_is_open_to_all(int authentication, string password)
    {
        using var device = Serving(new() { Ssid = Ssid, Password = password, Authentication = (byte)authentication, Options = AutoStart });
        Assert.True(OwnNetwork(device).IsOpen);
        Assert.Equal(JoinResult.Joined, OwnNetwork(device).Join(Ssid, null, out _));
    }

    [Theory]
    [InlineData(Ssid, "seven b", Wpa2, 6, 1)]
    [InlineData(Ssid, Password, 6, 6, 1)]
    [InlineData(Ssid, Password, Wpa2, 12, 1)]
    [InlineData(Ssid, Password, Wpa2, 6, 0)]
    [InlineData("", Password, Wpa2, 6, 1)]
    public void What_the_radio_refuses_is_not_up(string ssid, string password, int authentication, int channel, int connections)
    {
        using var device = new NetworkedDevice(isProvisioned: false);
        device.Board.Wifi.OwnAccessPoint = new()
        {
            Ssid = ssid, Password = password, Authentication = (byte)authentication, Channel = (byte)channel, MaxConnections = (byte)connections, Options = AutoStart,
        };
        device.Run("scan").Expect("done");
        Assert.Null(device.Board.Radio.OwnAccessPoint);
    }

    [Fact]
    public void Beside_a_station_that_is_not_enabled_nothing_is_joined_or_scanned()
    {
        using var device = new NetworkedDevice();
        device.Board.Wifi.Station = device.Board.Wifi.Station with { Options = 0 };
        device.Run("adapter", NetworkedDevice.Ssid, NetworkedDevice.Password).Expect("status 5");
        Assert.Null(device.Board.Radio.Joined);
    }

    [Fact]
    public void From_its_own_access_point_alone_the_device_reaches_nobody()
    {
        using var device = Serving(new() { Ssid = Ssid, Password = Password, Options = AutoStart }, "offline", "127.0.0.1");
        device.Expect("name error 11001").Expect("socket error 10065");
    }

    private static OwnAccessPoint OwnNetwork(NetworkedDevice device) => device.Board.Radio.OwnAccessPoint!;

    private static NetworkedDevice Serving(OwnAccessPointSettings own, params object[] scenario)
    {
        var device = new NetworkedDevice(isProvisioned: false);
        device.Board.Wifi.OwnAccessPoint = own;
        device.Board.Wifi.Station = device.Board.Wifi.Station with { Options = 0 };
        device.Run(scenario.Length > 0 ? scenario : ["ap-serve"]);
        if (scenario.Length == 0 || (string)scenario[0] == "ap-serve") device.Expect("serving at 192.168.4.1, port 443");
        return device;
    }
}
