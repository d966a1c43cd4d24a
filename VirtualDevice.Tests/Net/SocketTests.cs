using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SecureEsp.VirtualDevice.Tests.Net;

/// <summary>
/// The limits: nf-interpreter, targets/ESP32/_IDF/sdkconfig.default.esp32s3 (CONFIG_LWIP_MAX_SOCKETS, CONFIG_LWIP_MAX_LISTENING_TCP); the
/// error numbers: src/PAL/Lwip/lwIP_Sockets.cpp.
/// </summary>
public class SocketTests
{
    [Fact]
    public void Without_a_link_names_are_unknown_and_hosts_unreachable()
    {
        using var device = new NetworkedDevice(isProvisioned: false).Run("offline", "127.0.0.1");
        device.Expect("name error 11001").Expect("socket error 10065");
    }

    [Theory]
    [InlineData("server.test", "resolved 127.0.0.1")]
    [InlineData("SERVER.TEST", "resolved 127.0.0.1")]
    [InlineData("192.0.2.1", "resolved 192.0.2.1")]
    [InlineData("other.test", "socket error 11001")]
    public void Names_are_resolved_by_the_network(string name, string line)
    {
        using var device = new NetworkedDevice().Run("resolve", name);
        device.Expect(line);
    }

    [Fact]
    public void Other_machines_are_out_of_reach()
    {
        using var device = new NetworkedDevice().Run("refused", "192.0.2.1", 1);
        device.Expect("socket error 10051");
    }

    [Fact]
    public void A_refused_connection_has_the_number_that_the_board_gives_it()
    {
        using var device = new NetworkedDevice();
        var port = device.Port;
        device.Listener.Close();
        device.Run("refused", "server.test", port).Expect("socket error 10035");
    }

    [Fact]
    public void There_are_sixteen_sockets()
    {
        using var device = new NetworkedDevice().Run("limits");
        device.Expect("open 16 error 10055");
    }

    [Fact]
    public void Eight_of_them_may_listen()
    {
        using var device = new NetworkedDevice().Run("listeners");
        device.Expect("listening 8 error 10055");
    }

    [Fact]
    public void Options_are_kept_and_a_wrong_protocol_is_refused()
    {
        using var device = new NetworkedDevice().Run("options");
        device.Expect("no delay 1 keep alive True").Expect("closed").Expect("socket error 10043");
    }

    [Fact]
    public void A_silent_peer_runs_into_the_receive_timeout()
    {
        using var device = new NetworkedDevice();
        device.Run("silence", "server.test", device.Port).Expect("polled False available 0").Expect("socket error 10060");
    }

    [Fact]
    public void Bytes_arrive_and_come_from_the_device_address()
    {
        using var device = new NetworkedDevice();
        device.Run("wait", "server.test", device.Port);
        using var peer = device.Listener.Accept();
        Assert.Equal(device.Board.Radio.HostAddress, ((IPEndPoint)peer.RemoteEndPoint!).Address);
        device.Expect($"connected from {device.Board.Radio.HostAddress}");
        peer.Send("hello"u8);
        device.Expect("received hello");
    }

    [Fact]
    public void A_lost_link_ends_a_wait_for_bytes_and_lets_none_through()
    {
        using var device = new NetworkedDevice();
        device.Run("wait", "server.test", device.Port).Expect($"connected from {device.Board.Radio.HostAddress}");
        using var peer = device.Listener.Accept();
        device.Network.IsInRange = false;
        device.Expect("lost 10050");
        peer.Send("too late"u8);
        device.Expect("socket error 10050");
    }

    [Fact]
    public void A_power_cut_ends_a_wait_for_bytes_and_resets_the_connection()
    {
        using var device = new NetworkedDevice();
        device.Run("wait", "server.test", device.Port);
        using var peer = device.Listener.Accept();
        device.Expect($"connected from {device.Board.Radio.HostAddress}");
        device.Running.Device.PowerOff();
        Assert.DoesNotContain(device.Running.Events, e => e.Kind == VirtualDevice.Runtime.DeviceEventKind.ThreadsStuck);
        peer.ReceiveTimeout = 10_000;
        Assert.Equal(SocketError.ConnectionReset, Assert.Throws<SocketException>(() => peer.Receive(new byte[1])).SocketErrorCode);
    }

    [Fact]
    public async Task Datagrams_go_both_ways()
    {
        using var device = new NetworkedDevice();
        using var peer = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        peer.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)peer.LocalEndPoint!).Port;
        device.Run("datagram", "127.0.0.1", port);
        var buffer = new byte[16];
        var got = await peer.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0)).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("ping", Encoding.ASCII.GetString(buffer, 0, got.ReceivedBytes));
        await peer.SendToAsync("pong"u8.ToArray(), got.RemoteEndPoint);
        device.Expect($"received pong from port {port}");
    }
}
