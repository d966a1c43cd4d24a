using System.Net;
using System.Net.Sockets;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>
/// Which endpoint of the host stands for which port of the device. Ports under 1024 are not for everybody on a desktop: where they are
/// not, the device's are free ones there, and this is how they are found.
/// </summary>
public sealed class DevicePorts
{
    private const int FirstUnprivileged = 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<(SocketType Type, int Port), IPEndPoint> _bound = [];
    private readonly HashSet<int> _listening = [];

    private readonly Func<bool> _isInNetwork;

    internal DevicePorts(Func<bool> isInNetwork) => _isInNetwork = isInNetwork;

    /// <summary>Raised after each change of what the device listens on, or of its network, on the thread that caused it.</summary>
    public event Action? Changed;

    /// <summary>The TCP ports that the device listens on, and where the host reaches them; none while it has joined no network.</summary>
    public IReadOnlyList<(int Port, IPEndPoint Host)> Listeners
    {
        get
        {
            if (!_isInNetwork()) return [];
            lock (_lock) return [.. _listening.Order().Select(port => (port, _bound[(SocketType.Stream, port)]))];
        }
    }

    /// <summary>Where the host reaches a TCP port that the device listens on; null: it does not, or has joined no network.</summary>
    public IPEndPoint? FindListener(int port) => _isInNetwork() ? FindListening(port) : null;

    /// <summary>Where a TCP port is that the device listens on, whatever its network.</summary>
    internal IPEndPoint? FindListening(int port)
    {
        lock (_lock) return _listening.Contains(port) ? _bound[(SocketType.Stream, port)] : null;
    }

    /// <summary>Waits until the device has joined a network and listens on a TCP port.</summary>
    /// <exception cref="TimeoutException">It did not within the limit.</exception>
    public async Task<IPEndPoint> WaitForListenerAsync(int port, TimeSpan limit)
    {
        var found = new TaskCompletionSource<IPEndPoint>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (FindListener(port) is { } host) found.TrySetResult(host);
        }
        Changed += Look;
        try
        {
            Look();
            return await found.Task.WaitAsync(limit);
        }
        finally
        {
            Changed -= Look;
        }
    }

    internal IPEndPoint? FindDatagramSocket(int port)
    {
        lock (_lock) return _bound.GetValueOrDefault((SocketType.Dgram, port));
    }

    /// <summary>Binds a host's socket to the device's port, or to a free one where the host keeps that port from us.</summary>
    /// <exception cref="SocketException">As binding throws it.</exception>
    internal static void Bind(Socket socket, IPAddress address, int port)
    {
        try
        {
            socket.Bind(new IPEndPoint(address, port));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied && port < FirstUnprivileged)
        {
            socket.Bind(new IPEndPoint(address, 0));
        }
    }

    /// <returns>False: the device uses it already.</returns>
    internal bool TryAdd(SocketType type, int port, IPEndPoint host)
    {
        lock (_lock) return _bound.TryAdd((type, port), host);
    }

    internal void Listen(int port)
    {
        lock (_lock) _listening.Add(port);
        LookAgain();
    }

    internal void LookAgain() => Changed?.Invoke();

    internal void Remove(SocketType type, int port)
    {
        lock (_lock)
        {
            _bound.Remove((type, port));
            if (type == SocketType.Stream) _listening.Remove(port);
        }
        LookAgain();
    }
}
