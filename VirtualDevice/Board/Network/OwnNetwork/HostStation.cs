using System.Net;
using System.Security.Cryptography;
using System.Threading.Channels;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>A desktop program that has joined the device's own access point.</summary>
public sealed class HostStation : IDisposable
{
    private readonly OwnAccessPoint _network;
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<Datagram> _received = Channel.CreateUnbounded<Datagram>();
    private readonly Dictionary<int, PortRelay> _relays = [];

    internal HostStation(OwnAccessPoint network)
    {
        _network = network;
        RandomNumberGenerator.Fill(MacAddress);
        MacAddress[0] = 0x02; // locally administered
    }

    public byte[] MacAddress { get; } = new byte[6];

    /// <summary>Signal at the device in dBm.</summary>
    public sbyte Rssi { get; set; } = -40;

    /// <summary>Its address in the device's network: DHCP's, or one set by hand; null: none yet.</summary>
    public IPAddress? Address { get; set; }

    /// <summary>Completes when it has left, was thrown out, or the access point has gone.</summary>
    public Task Left => _left.Task;

    /// <summary>Asks the firmware's DHCP server for an address, and takes it.</summary>
    /// <exception cref="TimeoutException">Nobody answered in time, or the station was thrown out.</exception>
    public async Task<DhcpLease> GetAddressAsync(TimeSpan limit)
    {
        using var stopping = new CancellationTokenSource(limit);
        var client = new DhcpClient(MacAddress, data => SendAsync(data, stopping.Token), _received.Reader);
        try
        {
            var lease = await client.AskAsync(stopping.Token);
            Address = lease.Address;
            return lease;
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            throw new TimeoutException($"no address from {_network.Ssid} within {limit.TotalSeconds:0.#} s");
        }
    }

    /// <summary>Where programs of this machine reach a TCP port of the device while this station is joined: on 127.0.0.1.</summary>
    /// <exception cref="InvalidOperationException">It has left, or has no address.</exception>
    public IPEndPoint Reach(int port)
    {
        lock (_lock)
        {
            if (_left.Task.IsCompleted) throw new InvalidOperationException("the station has left");
            if (Address is null) throw new InvalidOperationException("the station has no address yet");
            if (!_relays.TryGetValue(port, out var relay)) _relays[port] = relay = new PortRelay(() => _network.Ports.FindListening(port), Left);
            return relay.EndPoint;
        }
    }

    /// <summary>Leaves.</summary>
    public void Dispose() => _network.Remove(this);

    internal void OnDatagram(Datagram datagram) => _received.Writer.TryWrite(datagram);

    internal void OnLeft()
    {
        lock (_lock)
        {
            _left.TrySetResult();
            _received.Writer.TryComplete();
            foreach (var relay in _relays.Values) relay.Dispose();
            _relays.Clear();
        }
    }

    private async Task SendAsync(byte[] data, CancellationToken stopping)
    {
        // As over the air: what nobody listens for is lost, and the client asks again.
        if (_network.Ports.FindDatagramSocket(DhcpClient.ServerPort) is not { } server) return;
        using var socket = new System.Net.Sockets.UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await socket.SendAsync(data, server, stopping);
    }
}

/// <summary>A datagram that the device has sent to a station.</summary>
internal readonly record struct Datagram(int FromPort, int ToPort, byte[] Data);
