using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SecureEsp.VirtualDevice.Tls;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.VirtualDevice.Tests.Tls;

/// <summary>A device's TLS session and the desktop's, over one pair of sockets. The desktop side trusts everybody unless told otherwise.</summary>
internal sealed class TlsConversation : IDisposable
{
    public static readonly DateTime Now = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Loopback _sockets;

    private TlsConversation(Loopback sockets, TlsOptions options)
    {
        _sockets = sockets;
        Device = new TlsSession(sockets.Device, options);
        Peer = new SslStream(new NetworkStream(sockets.Peer));
    }

    public TlsSession Device { get; }

    public SslStream Peer { get; }

    public Socket PeerSocket => _sockets.Peer;

    public static async Task<TlsConversation> OpenAsync(TlsOptions options) => new(await Loopback.ConnectAsync(), options);

    public static TlsOptions Options(
        bool isServer,
        Issuer? own = null,
        bool verify = true,
        SslProtocols protocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        DateTime? now = null,
        params Issuer[] trusted) => new()
        {
            IsServer = isServer,
            Protocols = protocols,
            VerifyPeer = verify,
            Own = own is null ? null : Identity(own),
            Trusted = [.. trusted.Select(t => new CertificateView(t.Certificate.RawData))],
            UtcNow = () => now ?? Now,
        };

    public static OwnIdentity Identity(Issuer own) => OwnIdentity.Parse(Encoding.ASCII.GetBytes(own.Pem + "\0"), Encoding.ASCII.GetBytes(own.KeyPem + "\0"), null);

    /// <summary>The device is the client. What the desktop's server throws is of no interest.</summary>
    public async Task HandshakeAsClientAsync(
        Issuer server, string host = "server.test", bool wantsClientCertificate = false, RemoteCertificateValidationCallback? judge = null, SslProtocols protocols = SslProtocols.None)
    {
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificate = server.WithKey(),
            ClientCertificateRequired = wantsClientCertificate,
            RemoteCertificateValidationCallback = judge ?? ((_, _, _, _) => true),
            EnabledSslProtocols = protocols,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        };
        await BothAsync(Device.HandshakeAsync(host, default), Peer.AuthenticateAsServerAsync(options));
    }

    /// <summary>The device is the server.</summary>
    public async Task HandshakeAsServerAsync(Issuer? client = null, SslProtocols protocols = SslProtocols.None)
    {
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "device.test",
            ClientCertificates = client is null ? null : [client.WithKey()],
            LocalCertificateSelectionCallback = client is null ? null : (_, _, certificates, _, _) => certificates[0],
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
            EnabledSslProtocols = protocols,
        };
        await BothAsync(Device.HandshakeAsync("", default), Peer.AuthenticateAsClientAsync(options));
    }

    public async Task<string> DeviceReadsAsync(int bytes = 100, int milliseconds = 10_000)
    {
        var buffer = new byte[bytes];
        var count = await Device.ReadAsync(buffer, milliseconds, Never, default);
        return count is null ? "time-out" : Encoding.ASCII.GetString(buffer, 0, count.Value);
    }

    public async Task<string> PeerReadsAsync()
    {
        var buffer = new byte[100];
        return Encoding.ASCII.GetString(buffer, 0, await Peer.ReadAsync(buffer));
    }

    public void Dispose()
    {
        Device.Dispose();
        Peer.Dispose();
        _sockets.Dispose();
    }

    private static Task Never { get; } = new TaskCompletionSource().Task;

    // The device's result counts. If it fails, its end of the connection goes, so that the other end does not wait.
    private async Task BothAsync(Task device, Task peer)
    {
        try
        {
            await device.WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (TlsFault)
        {
            _sockets.Device.Close();
            throw;
        }
        finally
        {
            await Task.WhenAny(peer, Task.Delay(TimeSpan.FromSeconds(20)));
        }
    }
}
