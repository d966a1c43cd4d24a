using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using SecureEsp.VirtualDevice.Tls;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.VirtualDevice.Tests.Tls;

/// <summary>
/// The device's TLS against the desktop's, over real sockets. nf-interpreter,
/// src/PAL/COM/sockets/ssl/MbedTLS/ssl_generic_init_internal.cpp, ssl_read_internal.cpp; mbedTLS, ssl_tls.c.
/// </summary>
public class TlsSessionTests
{
    private static readonly Issuer Root = Issuer.Root();
    private static readonly Issuer Server = Root.Server("CN=x", "server.test");
    private static readonly Issuer Client = Root.Client();

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_client_and_a_server_talk(SslProtocols version)
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: false, protocols: version, trusted: Root));
        await talk.HandshakeAsClientAsync(Server);
        Assert.Equal(version, talk.Peer.SslProtocol);
        await talk.Device.WriteAsync("hello"u8.ToArray(), default);
        Assert.Equal("hello", await talk.PeerReadsAsync());
        await talk.Peer.WriteAsync("world"u8.ToArray());
        Assert.Equal("world", await talk.DeviceReadsAsync());
    }

    [Fact]
    public async Task A_server_of_another_root_is_refused_with_its_flags()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: false, trusted: Issuer.Root("CN=Other")));
        var fault = await Assert.ThrowsAsync<TlsFault>(() => talk.HandshakeAsClientAsync(Server));
        Assert.Equal((TlsFaultKind.Verification, (int)VerifyFlags.NotTrusted), (fault.Kind, fault.Code));
    }

    [Fact]
    public async Task A_server_of_another_name_is_refused()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: false, trusted: Root));
        var fault = await Assert.ThrowsAsync<TlsFault>(() => talk.HandshakeAsClientAsync(Server, "other.test"));
        Assert.Equal((int)VerifyFlags.NameMismatch, fault.Code);
    }

    [Fact]
    public async Task The_device_clock_decides_not_the_host_clock()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: false, now: DateTime.UnixEpoch, trusted: Root));
        var fault = await Assert.ThrowsAsync<TlsFault>(() => talk.HandshakeAsClientAsync(Server));
        Assert.Equal((int)VerifyFlags.Future, fault.Code);
    }

    [Fact]
    public async Task A_certificate_for_clients_is_no_servers()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: false, trusted: Root));
        var wrong = Root.Issue("CN=server.test", r => Issuer.Leaf(r, "1.3.6.1.5.5.7.3.2"));
        var fault = await Assert.ThrowsAsync<TlsFault>(() => talk.HandshakeAsClientAsync(wrong));
        Assert.Equal((TlsFaultKind.Handshake, MbedTlsError.SslBadCertificate), (fault.Kind, fault.Code));
    }

    [Fact]
    public async Task Without_CertificateRequired_anybody_passes()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: false, verify: false, now: DateTime.UnixEpoch));
        await talk.HandshakeAsClientAsync(Server, "other.test");
    }

    [Fact]
    public async Task Verification_without_a_name_is_refused()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: false, trusted: Root));
        Assert.Equal(MbedTlsError.SslNameNotSet, (await Assert.ThrowsAsync<TlsFault>(() => talk.Device.HandshakeAsync("", default).WaitAsync(TimeSpan.FromSeconds(10)))).Code);
    }

    [Theory]
    [InlineData(0, SslProtocols.Tls13)]
    [InlineData(192, SslProtocols.Tls12)]
    [InlineData(768, SslProtocols.Tls12)]
    [InlineData(3072, SslProtocols.Tls12)]
    [InlineData(12288, SslProtocols.Tls13)]
    [InlineData(3072 | 12288, SslProtocols.Tls12 | SslProtocols.Tls13)]
    [InlineData(192 | 12288, SslProtocols.Tls12 | SslProtocols.Tls13)]
    public void Versions_are_mapped_as_the_firmware_maps_them(int nano, SslProtocols host) => Assert.Equal(host, TlsOptions.MapProtocols(nano));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(4, true)]
    [InlineData(8, false)]
    [InlineData(12, false)]
    public void Only_CertificateRequired_verifies(int verification, bool verifies) => Assert.Equal(verifies, TlsOptions.MapVerification(verification));

    [Fact]
    public async Task A_version_that_the_server_lacks_is_a_fatal_alert()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: false, protocols: SslProtocols.Tls13, trusted: Root));
        var fault = await Assert.ThrowsAsync<TlsFault>(() => talk.HandshakeAsClientAsync(Server, protocols: SslProtocols.Tls12));
        Assert.Equal(MbedTlsError.SslFatalAlert, fault.Code);
    }

    [Fact]
    public async Task A_server_that_hangs_up_is_an_end_of_the_connection()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: false, trusted: Root));
        talk.PeerSocket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        var fault = await Assert.ThrowsAsync<TlsFault>(() => talk.Device.HandshakeAsync("server.test", default));
        Assert.Equal(MbedTlsError.SslConnectionEof, fault.Code);
    }

    [Fact]
    public async Task A_server_that_resets_the_connection_is_a_network_error()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: false, trusted: Root));
        talk.PeerSocket.LingerState = new(true, 0);
        talk.PeerSocket.Close();
        var fault = await Assert.ThrowsAsync<TlsFault>(() => talk.Device.HandshakeAsync("server.test", default));
        Assert.Contains(fault.Code, new[] { MbedTlsError.NetConnectionReset, MbedTlsError.NetReceiveFailed });
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task The_own_certificate_is_presented_with_its_intermediates(SslProtocols version)
    {
        var intermediate = Root.Intermediate();
        var client = intermediate.Client();
        var pem = Encoding.ASCII.GetBytes(client.Pem + "\n" + intermediate.Pem + "\n\0");
        var options = TlsConversation.Options(isServer: false, protocols: version, trusted: Root);
        var withChain = new TlsOptions
        {
            IsServer = false, Protocols = options.Protocols, VerifyPeer = true, Trusted = options.Trusted, UtcNow = options.UtcNow,
            Own = OwnIdentity.Parse(pem, Encoding.ASCII.GetBytes(client.KeyPem + "\0"), null),
        };
        using var talk = await TlsConversation.OpenAsync(withChain);
        var seen = new List<string>();
        await talk.HandshakeAsClientAsync(Server, wantsClientCertificate: true, judge: (_, certificate, chain, _) =>
        {
            seen.Add(certificate!.Subject);
            seen.AddRange(chain!.ChainPolicy.ExtraStore.Select(c => c.Subject).Where(s => s != certificate.Subject));
            return true;
        });
        Assert.Equal(["CN=device-1", "CN=Intermediate"], seen);
    }

    [Fact]
    public async Task In_TLS_1_3_a_refused_client_learns_it_at_its_first_read()
    {
        using var server = new OpenSslServer(Server, Root, "-tls1_3");
        using var socket = await server.ConnectAsync();
        using var session = new TlsSession(socket, TlsConversation.Options(isServer: false, own: Issuer.Root("CN=Other").Client(), protocols: SslProtocols.Tls13, trusted: Root));
        await session.HandshakeAsync("server.test", default);
        await Assert.ThrowsAsync<IOException>(() => session.ReadAsync(new byte[1], 20_000, new TaskCompletionSource().Task, default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_TLS_1_2_a_refused_client_learns_it_in_the_handshake(bool hasCertificate)
    {
        using var server = new OpenSslServer(Server, Root, "-tls1_2");
        using var socket = await server.ConnectAsync();
        var own = hasCertificate ? Issuer.Root("CN=Other").Client() : null;
        using var session = new TlsSession(socket, TlsConversation.Options(isServer: false, own: own, protocols: SslProtocols.Tls12, trusted: Root));
        Assert.Equal(MbedTlsError.SslFatalAlert, (await Assert.ThrowsAsync<TlsFault>(() => session.HandshakeAsync("server.test", default))).Code);
    }

    [Fact]
    public async Task A_client_that_openssl_accepts_talks_to_it()
    {
        using var server = new OpenSslServer(Server, Root, "-tls1_3");
        using var socket = await server.ConnectAsync();
        using var session = new TlsSession(socket, TlsConversation.Options(isServer: false, own: Client, protocols: SslProtocols.Tls13, trusted: Root));
        await session.HandshakeAsync("server.test", default);
        Assert.Null(await session.ReadAsync(new byte[1], 100, new TaskCompletionSource().Task, default));
    }

    [Fact]
    public async Task A_certificate_without_its_key_fails_as_soon_as_it_is_asked_for()
    {
        var own = OwnIdentity.Parse(Encoding.ASCII.GetBytes(Client.Pem + "\0"), null, null);
        var options = new TlsOptions { IsServer = false, Protocols = SslProtocols.Tls13, VerifyPeer = false, Own = own, Trusted = [], UtcNow = () => TlsConversation.Now };
        using (var asked = await TlsConversation.OpenAsync(options))
            Assert.Equal(MbedTlsError.SslHandshakeFailure, (await Assert.ThrowsAsync<TlsFault>(() => asked.HandshakeAsClientAsync(Server, wantsClientCertificate: true))).Code);
        using var notAsked = await TlsConversation.OpenAsync(options);
        await notAsked.HandshakeAsClientAsync(Server);
    }

    [Fact]
    public async Task A_client_that_refuses_the_server_by_an_encrypted_alert_is_a_fatal_alert()
    {
        using var listener = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        listener.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        listener.Listen();
        using var client = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "openssl", ["s_client", "-connect", listener.LocalEndPoint!.ToString()!, "-tls1_3", "-verify_return_error", "-no-CAfile", "-no-CApath"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        using var socket = await listener.AcceptAsync().WaitAsync(TimeSpan.FromSeconds(20));
        using var session = new TlsSession(socket, TlsConversation.Options(isServer: true, own: Server, verify: false, protocols: SslProtocols.Tls13));
        var fault = await Assert.ThrowsAsync<TlsFault>(() => session.HandshakeAsync("", default));
        Assert.Equal(MbedTlsError.SslFatalAlert, fault.Code);
        client.Kill();
        await client.WaitForExitAsync();
    }

    [Fact]
    public async Task A_read_ends_at_its_limit_and_loses_nothing()
    {
        using var talk = await OpenClientAsync();
        Assert.Equal("time-out", await talk.DeviceReadsAsync(milliseconds: 1));
        await talk.Peer.WriteAsync("late"u8.ToArray());
        Assert.Equal("late", await talk.DeviceReadsAsync());
    }

    [Fact]
    public async Task Bytes_are_available_only_of_the_record_that_a_read_has_begun()
    {
        using var talk = await OpenClientAsync();
        await talk.Peer.WriteAsync("first"u8.ToArray());
        await talk.Peer.WriteAsync("second"u8.ToArray());
        Assert.Equal(0, talk.Device.Available);
        Assert.Equal("fi", await talk.DeviceReadsAsync(bytes: 2));
        Assert.Equal(3, talk.Device.Available);
        Assert.Equal("rst", await talk.DeviceReadsAsync());
        Assert.Equal(0, talk.Device.Available);
        Assert.Equal("second", await talk.DeviceReadsAsync());
    }

    [Fact]
    public async Task A_peer_that_says_goodbye_is_the_end_for_every_read()
    {
        using var talk = await OpenClientAsync();
        await talk.Peer.ShutdownAsync();
        Assert.Equal("", await talk.DeviceReadsAsync());
        Assert.Equal("", await talk.DeviceReadsAsync());
    }

    [Fact]
    public async Task A_shutdown_says_goodbye()
    {
        using var talk = await OpenClientAsync();
        await talk.Device.ShutdownAsync(TimeSpan.FromSeconds(5));
        Assert.Equal("", await talk.PeerReadsAsync());
    }

    [Fact]
    public async Task Large_writes_arrive_whole()
    {
        using var talk = await OpenClientAsync();
        var sent = new byte[300_000];
        Random.Shared.NextBytes(sent);
        var writing = talk.Device.WriteAsync(sent, default);
        var received = new byte[sent.Length];
        await talk.Peer.ReadExactlyAsync(received);
        await writing;
        Assert.Equal(sent, received);
    }

    [Theory]
    [InlineData("key")]
    [InlineData("certificate")]
    [InlineData("pair")]
    public void An_own_identity_that_cannot_be_used_is_a_set_up_error(string wrong)
    {
        var certificate = wrong == "certificate" ? "nonsense\0" : Client.Pem + "\0";
        var key = wrong switch { "key" => "nonsense\0", "pair" => Server.KeyPem + "\0", _ => Client.KeyPem + "\0" };
        var fault = Assert.Throws<TlsFault>(() => OwnIdentity.Parse(Encoding.ASCII.GetBytes(certificate), Encoding.ASCII.GetBytes(key), null));
        var expected = wrong switch { "key" => SetUpError.PrivateKeyParseFailed, "certificate" => SetUpError.CertificateParseFailed, _ => SetUpError.OwnCertificateConfigFailed };
        Assert.Equal((TlsFaultKind.SetUp, (int)expected), (fault.Kind, fault.Code));
    }

    private static async Task<TlsConversation> OpenClientAsync()
    {
        var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: false, trusted: Root));
        await talk.HandshakeAsClientAsync(Server);
        return talk;
    }
}
