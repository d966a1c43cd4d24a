using System.Net;
using System.Net.Sockets;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>A loopback port of the host that stands for a port of the device while a station is joined.</summary>
internal sealed class PortRelay : IDisposable
{
    private const int BufferLength = 16384;

    private readonly Func<IPEndPoint?> _device;
    private readonly Task _left;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public PortRelay(Func<IPEndPoint?> device, Task left)
    {
        _device = device;
        _left = left;
        _listener.Start();
        _ = AcceptAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // the station has left
        }
    }

    // A radio that goes silent leaves no goodbye: both ends are reset then.
    private async Task CarryAsync(Socket near)
    {
        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (near)
        {
            near.NoDelay = true;
            try
            {
                if (_device() is { } device)
                {
                    await far.ConnectAsync(device);
                    if (await Task.WhenAny(Task.WhenAll(PumpAsync(near, far), PumpAsync(far, near)), _left) != _left) return;
                }
            }
            catch (SocketException)
            {
                // nobody listens there: refused
            }
            near.LingerState = far.LingerState = new LingerOption(true, 0);
        }
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[BufferLength];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer)) > 0)
                for (var sent = 0; sent < count; sent += await to.SendAsync(buffer.AsMemory(sent, count - sent))) { }
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // A reset at one end is one at the other.
            if (e is SocketException) to.Close(0);
        }
    }
}
