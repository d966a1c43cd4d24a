using System.Net;
using System.Net.Sockets;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Tls;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>
/// One socket of the device over one of the host. Nothing here blocks a thread: natives wait for the tasks, and the end of
/// a life, a lost link or a close from another thread ends the wait.
/// </summary>
internal sealed partial class DeviceSocket : IDisposable
{
    private readonly Radio _radio;
    private readonly Socket _host;
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IPEndPoint? _bound;
    private Task? _connecting;
    private Task<Socket>? _accepting;
    private Task<int>? _readable;

    public DeviceSocket(Radio radio, Socket host)
    {
        _radio = radio;
        _host = host;
    }

    /// <summary>TLS, once its handshake is done.</summary>
    public TlsSession? Tls { get; set; }

    /// <summary>lwIP's own limit for one receive, which counts while the socket blocks: in handshakes. Null: none.</summary>
    public TimeSpan? ReceiveLimit { get; set; }

    public bool IsListening { get; private set; }

    /// <summary>Completes when it is closed.</summary>
    public Task Closed => _closed.Task;

    public Socket Host => _host;

    public int Available => IsListening ? 0 : _host.Available;

    /// <summary>As the device knows it: the host's port may be another.</summary>
    public EndPoint? LocalEndPoint => _bound ?? _host.LocalEndPoint;

    /// <exception cref="SocketFault">NotConnected.</exception>
    public EndPoint RemoteEndPoint
    {
        get
        {
            try
            {
                return _host.RemoteEndPoint ?? throw new SocketFault(SocketErrors.NotConnected);
            }
            catch (SocketException e)
            {
                throw new SocketFault(SocketErrors.From(e));
            }
        }
    }

    /// <summary>Any is this device's own loopback address, so that every device has all ports to itself.</summary>
    public void Bind(IPEndPoint local)
    {
        var own = local.Address.Equals(IPAddress.Any) || local.Address.Equals(_radio.Address) || local.Address.Equals(_radio.OwnAccessPoint?.Address);
        var address = own ? _radio.HostAddress : local.Address;
        if (!IPAddress.IsLoopback(address)) throw new SocketFault(SocketErrors.AddressNotAvailable);
        Guard(() => DevicePorts.Bind(_host, address, local.Port));
        var host = (IPEndPoint)_host.LocalEndPoint!;
        var bound = new IPEndPoint(address, local.Port == 0 ? host.Port : local.Port);
        if (!_radio.Ports.TryAdd(_host.SocketType, bound.Port, host)) throw new SocketFault(SocketErrors.AddressInUse);
        _bound = bound;
    }

    public void Listen(int backlog) => Guard(() =>
    {
        _host.Listen(backlog);
        IsListening = true;
        if (_bound is not null) _radio.Ports.Listen(_bound.Port);
    });

    /// <summary>
    /// Begins to connect. Only loopback addresses can be reached: a device under test must not get at other machines. The device's own
    /// access point leads nowhere.
    /// </summary>
    public void Connect(IPEndPoint remote)
    {
        if (_radio.Joined is null) throw new SocketFault(SocketErrors.HostUnreachable);
        if (!IPAddress.IsLoopback(remote.Address)) throw new SocketFault(SocketErrors.NetworkUnreachable);
        if (_connecting is not null) throw new SocketFault(SocketErrors.IsConnected);
        BindToOwnAddress();
        _connecting = _host.ConnectAsync(remote);
    }

    /// <exception cref="SocketFault">NoBufferSpaceAvailable: the table is full.</exception>
    public async Task<Socket> AcceptAsync(CancellationToken stopping)
    {
        if (!await PollAsync(PollMode.Read, Timeout.InfiniteTimeSpan, stopping)) throw new SocketFault(SocketErrors.WouldBlock);
        var accepted = Interlocked.Exchange(ref _accepting, null) ?? throw new SocketFault(SocketErrors.WouldBlock);
        return await GuardAsync(accepted);
    }

    /// <summary>Waits for the first bytes; 0 when the peer has closed.</summary>
    public async Task<int> ReceiveAsync(Memory<byte> buffer, SocketFlags flags, TimeSpan limit, CancellationToken stopping)
    {
        if (!await PollAsync(PollMode.Read, limit, stopping)) throw new SocketFault(SocketErrors.TimedOut);
        return Guard(() => _host.Receive(buffer.Span, flags));
    }

    public async Task<(int Count, IPEndPoint From)> ReceiveFromAsync(Memory<byte> buffer, SocketFlags flags, TimeSpan limit, CancellationToken stopping)
    {
        if (!await PollAsync(PollMode.Read, limit, stopping)) throw new SocketFault(SocketErrors.TimedOut);
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        var count = Guard(() => _host.ReceiveFrom(buffer.Span, flags, ref from));
        return (count, (IPEndPoint)from);
    }

    /// <summary>Sends all of it.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> data, TimeSpan limit, CancellationToken stopping)
    {
        ThrowIfDown();
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limited.CancelAfter(limit);
        try
        {
            while (!data.IsEmpty) data = data[await GuardAsync(_host.SendAsync(data, SocketFlags.None, limited.Token).AsTask())..];
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            throw new SocketFault(SocketErrors.TimedOut);
        }
    }

    public int SendTo(ReadOnlySpan<byte> data, IPEndPoint to)
    {
        ThrowIfDown();
        BindToOwnAddress();
        if (_radio.OwnAccessPoint is { } own && own.IsNeighbour(to.Address))
            return own.Deliver(to, ((IPEndPoint)LocalEndPoint!).Port, data) ? data.Length : throw new SocketFault(SocketErrors.HostUnreachable);
        if (!IPAddress.IsLoopback(to.Address)) throw new SocketFault(SocketErrors.NetworkUnreachable);
        try
        {
            return _host.SendTo(data, SocketFlags.None, to);
        }
        catch (SocketException e)
        {
            throw new SocketFault(SocketErrors.From(e));
        }
    }

    public void Shutdown(SocketShutdown how) => Guard(() => _host.Shutdown(how));

    /// <summary>Ends it as a reset of the device does: without a goodbye.</summary>
    public void Abort()
    {
        if (_host.SocketType == SocketType.Stream && !IsListening) _host.LingerState = new LingerOption(true, 0);
        Dispose();
    }

    public void Dispose()
    {
        if (!_closed.TrySetResult()) return;
        if (_bound is not null) _radio.Ports.Remove(_host.SocketType, _bound.Port);
        Tls?.Dispose();
        _host.Dispose();
        if (_accepting is { IsCompletedSuccessfully: true } accepted) accepted.Result.Dispose();
    }

    // So that peers see the device's address, and devices do not share one range of ports. Not every host has all of 127.0.0.0/8.
    private void BindToOwnAddress()
    {
        if (_host.IsBound || _host.AddressFamily != AddressFamily.InterNetwork) return;
        try
        {
            _host.Bind(new IPEndPoint(_radio.HostAddress, 0));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            // the host chooses, then
        }
    }

    private void ThrowIfDown()
    {
        if (!_radio.IsUp) throw new SocketFault(SocketErrors.NetworkDown);
    }

    private static void Guard(Action call) => Guard(() =>
    {
        call();
        return 0;
    });

    private static T Guard<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (SocketException e)
        {
            throw new SocketFault(SocketErrors.From(e));
        }
        catch (ObjectDisposedException)
        {
            throw new SocketFault((int)SocketError.ConnectionAborted);
        }
    }

    private static async Task<T> GuardAsync<T>(Task<T> task)
    {
        try
        {
            return await task;
        }
        catch (SocketException e)
        {
            throw new SocketFault(SocketErrors.From(e));
        }
        catch (ObjectDisposedException)
        {
            throw new SocketFault((int)SocketError.ConnectionAborted);
        }
    }
}
