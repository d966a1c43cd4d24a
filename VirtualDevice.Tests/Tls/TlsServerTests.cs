using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using SecureEsp.VirtualDevice.Tls;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.VirtualDevice.Tests.Tls;

/// <summary>
/// The device as a TLS server: whom it verifies, and how. nf-interpreter, src/PAL/COM/sockets/ssl/MbedTLS/ssl_generic_init_internal.cpp;
/// mbedTLS, ssl_tls12_server.c and ssl_tls13_server.c.
/// </summary>
public class TlsServerTests
{
    private static readonly Issuer Root = Issuer.Root();
    private static readonly Issuer Server = Root.Server("CN=x", "server.test");
    private static readonly Issuer Client = Root.Client();

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_server_that_verifies_accepts_a_client_of_its_root(SslProtocols version)
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: true, own: Server, protocols: version, trusted: Root));
        await talk.HandshakeAsServerAsync(Client);
        await talk.Peer.WriteAsync("hello"u8.ToArray());
        Assert.Equal("hello", await talk.DeviceReadsAsync());
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_server_that_verifies_refuses_a_client_without_a_certificate(SslProtocols version)
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: true, own: Server, protocols: version, trusted: Root));
        Assert.Equal(MbedTlsError.SslNoClientCertificate, (await Assert.ThrowsAsync<TlsFault>(() => talk.HandshakeAsServerAsync())).Code);
    }

    [Fact]
    public async Task A_server_that_verifies_refuses_a_client_of_another_root()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: true, own: Server, trusted: Root));
        var fault = await Assert.ThrowsAsync<TlsFault>(() => talk.HandshakeAsServerAsync(Issuer.Root("CN=Other").Client()));
        Assert.Equal((int)VerifyFlags.NotTrusted, fault.Code);
    }

    [Fact]
    public async Task A_server_that_verifies_refuses_a_servers_certificate()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: true, own: Server, trusted: Root));
        var fault = await Assert.ThrowsAsync<TlsFault>(() => talk.HandshakeAsServerAsync(Root.Server("CN=y", "y.test")));
        Assert.Equal(MbedTlsError.SslBadCertificate, fault.Code);
    }

    [Fact]
    public async Task A_server_that_verifies_nobody_asks_for_no_certificate()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: true, own: Server, verify: false, trusted: Root));
        await talk.HandshakeAsServerAsync(Client);
        Assert.Null(talk.Peer.LocalCertificate);
    }

    [Fact]
    public async Task A_server_without_a_certificate_cannot_shake_hands()
    {
        using var talk = await TlsConversation.OpenAsync(TlsConversation.Options(isServer: true, trusted: Root));
        Assert.Equal(MbedTlsError.SslHandshakeFailure, (await Assert.ThrowsAsync<TlsFault>(() => talk.HandshakeAsServerAsync())).Code);
    }
}
