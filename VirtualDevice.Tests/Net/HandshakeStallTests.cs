using System.Net;
using System.Net.Sockets;
using System.Text;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Tests.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Net;

/// <summary>
/// On a board a TLS handshake is one native call: no thread runs and no time-out counts until it is done. nf-interpreter,
/// src/PAL/COM/sockets/ssl/MbedTLS/ssl_connect_internal.cpp: a loop around mbedtls_ssl_handshake, left when it is done or has failed.
/// </summary>
public sealed class HandshakeStallTests : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public HandshakeStallTests()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
    }

    [Fact]
    public void A_silent_peer_holds_up_every_thread_until_it_closes()
    {
        using var running = SwitchOn(handshakesStall: true);
        using (Handshake())
        {
            // Nothing tells that something does not happen: a thousandfold of a tick has to do.
            var ticks = Ticks(running);
            Thread.Sleep(1000);
            Assert.InRange(Ticks(running) - ticks, 0, 1);
            Assert.DoesNotContain("handshake ended", running.Output);
        }
        running.WaitForOutput("handshake ended");
        running.WaitForOutput("tick", Ticks(running) + 20);
    }

    [Fact]
    public void Switched_off_the_other_threads_go_on()
    {
        using var running = SwitchOn(handshakesStall: false);
        using var peer = Handshake();
        running.WaitForOutput("tick", Ticks(running) + 20);
        Assert.DoesNotContain("handshake ended", running.Output);
    }

    [Fact]
    public void A_power_cut_ends_a_stalled_device()
    {
        using var running = SwitchOn(handshakesStall: true);
        using var peer = Handshake();
        running.Device.PowerOff();
        Assert.DoesNotContain(running.Events, e => e.Kind == DeviceEventKind.ThreadsStuck);
    }

    public void Dispose() => _listener.Dispose();

    private RunningDevice SwitchOn(bool handshakesStall)
    {
        var board = new VirtualBoard { HandshakesStall = handshakesStall };
        var network = new AccessPoint("Lab Net", "correct horse") { TimeSource = () => DateTime.UtcNow };
        network.Hosts["server.test"] = IPAddress.Loopback;
        board.Radio.Add(network);
        board.Wifi.Provision(network.Ssid, network.Password);
        board.Flash.Write(@"I:\port.txt", Encoding.UTF8.GetBytes($"{((IPEndPoint)_listener.LocalEndPoint!).Port}"));
        return new RunningDevice("Staller", board);
    }

    /// <summary>Accepts the device's connection and takes its ClientHello, to which it gives no answer.</summary>
    private Socket Handshake()
    {
        var peer = _listener.Accept();
        Assert.True(peer.Receive(new byte[1]) > 0);
        return peer;
    }

    private static int Ticks(RunningDevice running) => running.Output.Split("tick").Length - 1;
}
