using System.Net;
using System.Net.Sockets;

namespace SecureEsp.VirtualDevice.Tests.Mqtt;

/// <summary>The far end of a connection, played by a test packet by packet: what a real broker never does.</summary>
internal sealed class FakeBroker : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private NetworkStream? _stream;

    public FakeBroker() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    private NetworkStream Stream => _stream ?? throw new InvalidOperationException("nobody has connected");

    /// <summary>Takes a connection and answers its CONNECT.</summary>
    public async Task AcceptAsync(params byte[] connack)
    {
        _stream = new NetworkStream(await _listener.AcceptSocketAsync().WaitAsync(Limit), ownsSocket: true);
        Assert.Equal(0x10, (await ReadAsync())[0]);
        await SendAsync(connack.Length == 0 ? [0x20, 0x02, 0x00, 0x00] : connack);
    }

    public async Task SendAsync(params byte[] packet) => await Stream.WriteAsync(packet).AsTask().WaitAsync(Limit);

    /// <summary>The next packet, without its remaining length, which must fit into one byte.</summary>
    public async Task<byte[]> ReadAsync()
    {
        var header = new byte[2];
        await Stream.ReadExactlyAsync(header).AsTask().WaitAsync(Limit);
        Assert.True(header[1] < 0x80, "packet longer than 127 bytes");
        var packet = new byte[1 + header[1]];
        packet[0] = header[0];
        await Stream.ReadExactlyAsync(packet.AsMemory(1)).AsTask().WaitAsync(Limit);
        return packet;
    }

    /// <summary>Waits until the device has closed the connection.</summary>
    public async Task WaitForCloseAsync()
    {
        try
        {
            Assert.Equal(0, await Stream.ReadAsync(new byte[1]).AsTask().WaitAsync(Limit));
        }
        catch (IOException)
        {
            // Reset instead of an orderly end, because something that the device has not read was on its way.
        }
    }

    public void Close() => Stream.Close();

    public void Dispose()
    {
        _stream?.Dispose();
        _listener.Dispose();
    }
}
