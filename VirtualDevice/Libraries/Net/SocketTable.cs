using System.Net.Sockets;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Tls;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>The sockets and TLS contexts of one life. The firmware has 16 of each, and 8 sockets may listen (lwIP's MEMP_NUM_NETCONN and
/// MEMP_NUM_TCP_PCB_LISTEN).</summary>
internal sealed class SocketTable : IDisposable
{
    public const int MaxSockets = 16;
    public const int MaxListening = 8;
    public const int MaxTlsContexts = MaxSockets;

    /// <summary>Where ESP-IDF's VFS begins to number sockets.</summary>
    private const int FirstHandle = 48;

    private readonly Lock _lock = new();
    private readonly DeviceSocket?[] _sockets = new DeviceSocket?[MaxSockets];
    private readonly TlsOptions?[] _contexts = new TlsOptions?[MaxTlsContexts];
    private bool _disposed;

    /// <summary>Sockets that are open now.</summary>
    public int Open
    {
        get
        {
            lock (_lock) return _sockets.Count(s => s is not null);
        }
    }

    /// <summary>TLS contexts that are held now.</summary>
    public int OpenContexts
    {
        get
        {
            lock (_lock) return _contexts.Count(c => c is not null);
        }
    }

    /// <exception cref="SocketFault">NoBufferSpaceAvailable; the socket is closed.</exception>
    public int Add(Radio radio, Socket host)
    {
        lock (_lock)
        {
            var free = _disposed ? -1 : Array.IndexOf(_sockets, null);
            if (free >= 0)
            {
                _sockets[free] = new DeviceSocket(radio, host);
                return FirstHandle + free;
            }
        }
        host.Dispose();
        throw new SocketFault(SocketErrors.NoBufferSpaceAvailable);
    }

    /// <exception cref="SocketFault">NotSocket.</exception>
    public DeviceSocket Get(int handle)
    {
        lock (_lock)
        {
            var index = handle - FirstHandle;
            return (index is >= 0 and < MaxSockets ? _sockets[index] : null) ?? throw new SocketFault((int)SocketError.NotSocket);
        }
    }

    public DeviceSocket? Remove(int handle)
    {
        lock (_lock)
        {
            var index = handle - FirstHandle;
            if (index is < 0 or >= MaxSockets) return null;
            var socket = _sockets[index];
            _sockets[index] = null;
            return socket;
        }
    }

    /// <exception cref="SocketFault">NoBufferSpaceAvailable: 8 sockets listen.</exception>
    public void CheckMayListen()
    {
        lock (_lock)
        {
            if (_sockets.Count(s => s is { IsListening: true }) >= MaxListening) throw new SocketFault(SocketErrors.NoBufferSpaceAvailable);
        }
    }

    /// <returns>-1: none is free.</returns>
    public int AddContext(TlsOptions options)
    {
        lock (_lock)
        {
            var free = Array.IndexOf(_contexts, null);
            if (free >= 0) _contexts[free] = options;
            return free;
        }
    }

    public bool HasFreeContext
    {
        get
        {
            lock (_lock) return Array.IndexOf(_contexts, null) >= 0;
        }
    }

    public TlsOptions? GetContext(int handle)
    {
        lock (_lock) return handle is >= 0 and < MaxTlsContexts ? _contexts[handle] : null;
    }

    public bool RemoveContext(int handle)
    {
        lock (_lock)
        {
            if (handle is < 0 or >= MaxTlsContexts || _contexts[handle] is not { } options) return false;
            _contexts[handle] = null;
            options.Own?.Dispose();
            return true;
        }
    }

    public void Dispose()
    {
        DeviceSocket?[] open;
        lock (_lock)
        {
            _disposed = true;
            open = [.. _sockets];
            Array.Clear(_sockets);
        }
        foreach (var socket in open) socket?.Abort();
        for (var i = 0; i < MaxTlsContexts; i++) RemoveContext(i);
    }
}
