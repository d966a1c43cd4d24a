using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Tests.Scripting;
using SecureEsp.VirtualDevice.Tests.Tls;

namespace SecureEsp.VirtualDevice.Tests.Http;

/// <summary>
/// What System.Net.Http verifies, what it does not, and what it never sends (nanoframework/System.Net.Http,
/// Http/System.Net.HttpWebRequest.cs, EstablishConnection: null for the client certificate, _sslVerification without a default,
/// SslProtocols.None by default, a kept connection chosen by host and port).
/// </summary>
public sealed class TlsHttpTests : IDisposable
{
    private const string Refused = "threw HttpRequestException <- threw WebException <- threw";

    private readonly Issuer _root = Issuer.Root();
    private readonly LoopbackServer _server;

    public TlsHttpTests()
    {
        var server = _root.Server("CN=server", "server.test");
        _server = new LoopbackServer(X509Certificate2.CreateFromPem(server.Pem, server.KeyPem));
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public void HttpClient_verifies_the_server_and_never_presents_the_device_certificate()
    {
        Run($"get-string {_server.Uri("/hello")}", _root).Expect("Hello There!;");
        Assert.True(_server.Clients.TryDequeue(out var client));
        Assert.Null(client);
    }

    [Theory]
    [InlineData("", SslProtocols.Tls12)]
    [InlineData("tls13", SslProtocols.Tls13)]
    [InlineData("none", SslProtocols.Tls13)]
    public void The_TLS_version_is_1_2_unless_set_and_None_is_1_3(string option, SslProtocols expected)
    {
        Run($"get-string {_server.Uri("/hello")} {option}", _root).Expect("Hello There!;");
        Assert.True(_server.Protocols.TryDequeue(out var protocol));
        Assert.Equal(expected, protocol);
    }

    [Fact]
    public void HttpClient_refuses_a_server_of_another_CA()
    {
        var script = Run($"get-string {_server.Uri("/hello")}", Issuer.Root());
        script.Expect(Refused);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void HttpClient_refuses_a_server_of_another_name()
    {
        Run($"get-string {_server.Uri("/hello", "other.test")}", _root).Expect(Refused);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void HttpsAuthentCert_is_trusted_besides_the_stored_bundle() =>
        Run($"get-string {_server.Uri("/hello")} ca", Issuer.Root()).Expect("Hello There!;");

    [Fact]
    public void HttpWebRequest_verifies_nobody_unless_told_to()
    {
        var script = Run($"web {_server.Uri("/hello")}\nweb-verified {_server.Uri("/hello")}", Issuer.Root());
        script.Expect("200 OK from loopback: Hello There!;");
        script.Expect("threw WebException <- threw");
        Assert.Single(_server.Requests);
        Assert.True(_server.Protocols.TryDequeue(out var protocol));
        Assert.Equal(SslProtocols.Tls13, protocol); // None, the default of HttpWebRequest
    }

    [Fact]
    public void A_kept_connection_is_used_again_although_the_new_request_verifies()
    {
        var script = Run($"web {_server.Uri("/hello")} keep\nweb-verified {_server.Uri("/missing")} keep", Issuer.Root());
        script.Expect("404 Not Found from loopback: nothing here;");
        Assert.Single(_server.Clients);
    }

    private FinishedScript Run(string script, Issuer stored) => FinishedScript.Run("HttpScript", script, board =>
    {
        var device = stored.Client();
        board.Certificates.ProvisionCaBundle(CertificateStore.Terminate(stored.Pem));
        board.Certificates.ProvisionDeviceCertificate(CertificateStore.Terminate(device.Pem, device.KeyPem));
        board.Flash.Write(@"I:\ca.pem", Encoding.UTF8.GetBytes(_root.Pem));
    });
}
