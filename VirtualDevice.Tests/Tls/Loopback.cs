using System.Net;
using System.Net.Sockets;

namespace SecureEsp.VirtualDevice.Tests.Tls;

/// <summary>Two connected sockets on the loopback interface.</summary>
internal sealed class Loopback : IDisposable
{
    private Loopback(Socket device, Socket peer)
    {
        Device = device;
        Peer = peer;
    }

    public Socket Device { get; }

    public Socket Peer { get; }

    public static async Task<Loopback> ConnectAsync()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        var device = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var accepting = listener.AcceptAsync();
        await device.ConnectAsync(listener.LocalEndPoint!);
        return new(device, await accepting);
    }

    public void Dispose()
    {
        Device.Dispose();
        Peer.Dispose();
    }
}
