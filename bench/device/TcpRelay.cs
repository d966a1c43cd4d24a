using System.Net;
using System.Net.Sockets;

namespace SecureEsp.DeviceBench;

/// <summary>Stands between a device and its broker, so that the connection can be lost while both are well.</summary>
internal sealed class TcpRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _open = [];
    private readonly int _target;

    /// <summary>Passes on what comes to the port of this machine.</summary>
    public TcpRelay(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Loses every connection.</summary>
    public void Cut()
    {
        lock (_open)
        {
            foreach (var socket in _open) socket.Close(0);
            _open.Clear();
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        Cut();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) await JoinAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was disposed.
        }
    }

    private async Task JoinAsync(Socket device)
    {
        var broker = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await broker.ConnectAsync(IPAddress.Loopback, _target);
        lock (_open) _open.AddRange([device, broker]);
        _ = PassAsync(device, broker);
        _ = PassAsync(broker, device);
    }

    private async Task PassAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[4096];
            while (await from.ReceiveAsync(buffer) is > 0 and var count) await to.SendAsync(buffer.AsMemory(0, count));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One side is gone; so is the other, below.
        }

        from.Close(0);
        to.Close(0);
        lock (_open) _open.RemoveAll(s => s == from || s == to);
    }
}
