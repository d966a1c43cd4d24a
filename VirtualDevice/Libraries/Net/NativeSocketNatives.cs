using System.Net.Sockets;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Host side of System.Net's sockets (nf-interpreter, sys_net_native_System_Net_Sockets_NativeSocket.cpp).</summary>
[Natives("System.Net", "System.Net.Sockets.NativeSocket")]
internal static class NativeSocketNatives
{
    private const uint ReadableBytes = 0x4004667F;
    private const int InterNetwork = 2;

    public static int socket(int family, int type, int protocol) => NetworkCall.Run((life, sockets) =>
    {
        var fits = (type, protocol) switch
        {
            ((int)SocketType.Stream, 0 or (int)ProtocolType.Tcp) => true,
            ((int)SocketType.Dgram, 0 or (int)ProtocolType.Udp) => true,
            _ => false,
        };
        if (!fits) throw new SocketFault(SocketErrors.ProtocolNotSupported);
        if (family is not (0 or InterNetwork)) throw new SocketFault(SocketErrors.AddressFamilyNotSupported);
        var stream = type == (int)SocketType.Stream;
        return sockets.Add(life.Board.Radio, new Socket(
            AddressFamily.InterNetwork, stream ? SocketType.Stream : SocketType.Dgram, stream ? ProtocolType.Tcp : ProtocolType.Udp));
    });

    public static void bind(object socket, object address) =>
        NetworkCall.Run((_, sockets) => sockets.Of(socket).Bind(EndPoints.FromDevice(address)));

    public static void connect(object socket, object endPoint, bool fThrowOnWouldBlock) => NetworkCall.Run((_, sockets) =>
    {
        sockets.Of(socket).Connect(EndPoints.FromDevice(endPoint));
        if (fThrowOnWouldBlock) throw new SocketFault(SocketErrors.WouldBlock);
    });

    public static int send(object socket, byte[] buf, int offset, int count, int flags, int timeout_ms) => NetworkCall.Run((life, sockets) =>
    {
        life.Await(sockets.Of(socket).SendAsync(Slice(buf, offset, count), NetworkCall.Limit(timeout_ms), life.Stopping));
        return count;
    });

    public static int recv(object socket, byte[] buf, int offset, int count, int flags, int timeout_ms) => NetworkCall.Run((life, sockets) =>
    {
        var target = Slice(buf, offset, count);
        if (target.IsEmpty) return 0;
        var peek = flags == (int)SocketFlags.Peek ? SocketFlags.Peek : SocketFlags.None;
        return life.Await(sockets.Of(socket).ReceiveAsync(target, peek, NetworkCall.Limit(timeout_ms), life.Stopping));
    });

    public static int close(object socket) => NetworkCall.Run((_, sockets) =>
    {
        sockets.Remove(NetworkCall.HandleOf(socket))?.Dispose();
        return 0;
    });

    public static void listen(object socket, int backlog) => NetworkCall.Run((_, sockets) =>
    {
        sockets.CheckMayListen();
        sockets.Of(socket).Listen(backlog);
    });

    public static int accept(object socket) => NetworkCall.Run((life, sockets) =>
        sockets.Add(life.Board.Radio, life.Await(sockets.Of(socket).AcceptAsync(life.Stopping))));

    public static void getaddrinfo(string name, out string? canonicalName, out byte[][] addresses)
    {
        canonicalName = name;
        addresses = NetworkCall.Run((life, _) => NameResolution.Resolve(life.Board.Radio, name));
    }

    public static void shutdown(object socket, int how, out int err)
    {
        err = 0;
        NetworkCall.Run((_, sockets) => sockets.Of(socket).Shutdown((SocketShutdown)how));
    }

    public static int sendto(object socket, byte[] buf, int offset, int count, int flags, int timeout_ms, object endPoint) =>
        NetworkCall.Run((_, sockets) => sockets.Of(socket).SendTo(Slice(buf, offset, count).Span, EndPoints.FromDevice(endPoint)));

    public static int recvfrom(object socket, byte[] buf, int offset, int count, int flags, int timeout_ms, ref object? endPoint)
    {
        var (received, from) = NetworkCall.Run((life, sockets) =>
        {
            var limit = NetworkCall.Limit(timeout_ms);
            var (got, sender) = life.Await(sockets.Of(socket).ReceiveFromAsync(Slice(buf, offset, count), SocketFlags.None, limit, life.Stopping));
            return (got, EndPoints.ToDevice(life, sender));
        });
        endPoint = from;
        return received;
    }

    public static void getpeername(object socket, out object endPoint) =>
        endPoint = NetworkCall.Run((life, sockets) => EndPoints.ToDevice(life, sockets.Of(socket).RemoteEndPoint));

    public static void getsockname(object socket, out object endPoint) =>
        endPoint = NetworkCall.Run((life, sockets) => EndPoints.ToDevice(life, sockets.Of(socket).LocalEndPoint));

    public static void getsockopt(object socket, int level, int optname, byte[] optval) =>
        NetworkCall.Run((_, sockets) => SocketOptions.Get(sockets.Of(socket), level, optname, optval));

    public static void setsockopt(object socket, int level, int optname, byte[] optval) =>
        NetworkCall.Run((_, sockets) => SocketOptions.Set(sockets.Of(socket), level, optname, optval));

    public static bool poll(object socket, int mode, int microSeconds) => NetworkCall.Run((life, sockets) =>
    {
        var limit = microSeconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMicroseconds(microSeconds);
        return life.Await(sockets.Of(socket).PollAsync((PollMode)mode, limit, life.Stopping));
    });

    public static void ioctl(object socket, uint cmd, ref uint arg)
    {
        if (cmd == ReadableBytes) arg = (uint)NetworkCall.Run((_, sockets) => sockets.Of(socket).Available);
        else throw NetworkCall.Run<Exception>((_, _) => throw new SocketFault(SocketErrors.OperationNotSupported));
    }

    /// <exception cref="IndexOutOfRangeException">As the firmware throws it.</exception>
    private static Memory<byte> Slice(byte[] buffer, int offset, int count)
    {
        if (buffer is null) throw new NullReferenceException();
        if (offset < 0 || count < 0 || offset + count > buffer.Length) throw new IndexOutOfRangeException();
        return buffer.AsMemory(offset, count);
    }
}
