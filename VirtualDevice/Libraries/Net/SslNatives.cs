using System.Security.Authentication;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Tls;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Host side of SslStream (nf-interpreter, sys_net_native_System_Net_Security_SslNative.cpp and PAL/COM/sockets/ssl).</summary>
[Natives("System.Net", "System.Net.Security.SslNative")]
internal static class SslNatives
{
    private static readonly TimeSpan GoodbyeLimit = TimeSpan.FromMilliseconds(200);

    public static int SecureServerInit(int sslProtocols, int sslCertVerify, object? certificate, object? ca, bool useDeviceCertificate) =>
        Init(true, sslProtocols, sslCertVerify, certificate, ca, useDeviceCertificate);

    public static int SecureClientInit(int sslProtocols, int sslCertVerify, object? certificate, object? ca, bool useDeviceCertificate) =>
        Init(false, sslProtocols, sslCertVerify, certificate, ca, useDeviceCertificate);

    public static void SecureAccept(int contextHandle, object socket) => Handshake(contextHandle, "", socket);

    public static void SecureConnect(int contextHandle, string targetHost, object socket)
    {
        if (targetHost is null) throw new ArgumentNullException();
        Handshake(contextHandle, targetHost, socket);
    }

    public static int SecureRead(object socket, byte[] buffer, int offset, int size, int timeout_ms) => size == 0 ? 0 : NetworkCall.Run((life, sockets) =>
    {
        var target = sockets.Of(socket);
        var tls = SessionOf(target);
        if (tls.Available == 0 && !life.Board.Radio.IsUp) throw new SocketFault(SocketErrors.Failed);
        try
        {
            var interrupted = Task.WhenAny(life.Board.Radio.LinkLost, target.Closed);
            return life.Await(tls.ReadAsync(buffer.AsMemory(offset, size), timeout_ms, interrupted, life.Stopping)) ?? throw new SocketFault(SocketErrors.TimedOut);
        }
        catch (Exception e) when (IsConnectionFailure(e))
        {
            throw new SocketFault(SocketErrors.Failed);
        }
    });

    public static int SecureWrite(object socket, byte[] buffer, int offset, int size, int timeout_ms) => size == 0 ? 0 : NetworkCall.Run((life, sockets) =>
    {
        var target = sockets.Of(socket);
        if (!life.Board.Radio.IsUp) throw new SocketFault(SocketErrors.Failed);
        try
        {
            if (!life.Await(target.PollAsync(PollMode.Write, NetworkCall.Limit(timeout_ms), life.Stopping))) throw new SocketFault(SocketErrors.TimedOut);

            // From here on the firmware spins until all is written: the time limit does not count.
            life.Await(SessionOf(target).WriteAsync(buffer.AsMemory(offset, size), life.Stopping));
            return size;
        }
        catch (Exception e) when (IsConnectionFailure(e))
        {
            throw new SocketFault(SocketErrors.Failed);
        }
    });

    public static int SecureCloseSocket(object socket) => NetworkCall.Run((life, sockets) =>
    {
        using var target = sockets.Remove(NetworkCall.HandleOf(socket));
        if (target?.Tls is { } tls) life.Await(tls.ShutdownAsync(GoodbyeLimit));
        return 0;
    });

    public static int ExitSecureContext(int contextHandle) => NetworkCall.Run((_, sockets) => sockets.RemoveContext(contextHandle) ? 0 : -1);

    public static int DataAvailable(object socket) => NetworkCall.Run((_, sockets) => SessionOf(sockets.Of(socket)).Available);

    private static int Init(bool isServer, int protocols, int verification, object? certificate, object? ca, bool useDeviceCertificate) =>
        NetworkCall.Run((life, sockets) =>
        {
            if (!sockets.HasFreeContext) throw new InvalidOperationException();
            var mapped = TlsOptions.MapProtocols(protocols);
            if (mapped == SslProtocols.None) throw TlsFault.SetUp(SetUpError.SetupFailed, $"no such TLS version: {protocols}");

            var board = life.Board;
            var trusted = board.Certificates.CaBundle is { } bundle ? CertificateText.ParseWhatCanBeRead(bundle) : [];
            var options = new TlsOptions
            {
                IsServer = isServer,
                Protocols = mapped,
                VerifyPeer = TlsOptions.MapVerification(verification),
                Own = DeviceCertificates.Own(board, certificate, useDeviceCertificate),
                Trusted = [.. trusted, .. DeviceCertificates.Authority(ca)],
                UtcNow = () => board.Clock.UtcNow,
            };
            var handle = sockets.AddContext(options);
            return handle >= 0 ? handle : throw new InvalidOperationException();
        });

    private static void Handshake(int contextHandle, string targetHost, object socket) => NetworkCall.Run((life, sockets) =>
    {
        var target = sockets.Of(socket);
        var options = sockets.GetContext(contextHandle) ?? throw new InvalidOperationException();
        var session = new TlsSession(target.Host, options, target.ReceiveLimit);
        try
        {
            var shake = () => life.Await(session.HandshakeAsync(targetHost, life.Stopping));
            if (life.Board.HandshakesStall) life.Stall(shake);
            else shake();
            target.Tls = session;
        }
        finally
        {
            if (target.Tls != session) session.Dispose();
        }
    });

    private static TlsSession SessionOf(DeviceSocket socket) => socket.Tls ?? throw new SocketFault(SocketErrors.Failed);

    private static bool IsConnectionFailure(Exception e) =>
        e is IOException or AuthenticationException or System.Net.Sockets.SocketException or InvalidOperationException or ObjectDisposedException;
}
