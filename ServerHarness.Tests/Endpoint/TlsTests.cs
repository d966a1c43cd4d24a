using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Tests.Endpoint;

/// <summary>The TLS settings, seen from outside.</summary>
public sealed class TlsTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    // Kestrel would cut off by itself, at 10 s and 30 s: ours must come first.
    private static readonly TimeSpan s_lessThanTheDefault = TimeSpan.FromSeconds(7);

    private EndpointOptions Options => EndpointOptions.For(fixture.Pki, PkiFixture.ServerName);

    [TimedFact]
    public async Task TLS_1_2_is_refused()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        await Assert.ThrowsAsync<AuthenticationException>(() => TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device, SslProtocols.Tls12));
        Assert.Contains("alert protocol version", (await Openssl(server, "-tls1_2")).All);
    }

    [TimedTheory]
    [InlineData("TLS_CHACHA20_POLY1305_SHA256")]
    [InlineData("TLS_AES_128_CCM_SHA256")]
    public async Task A_suite_other_than_AES_GCM_is_refused(string suite)
    {
        await using var server = await EndpointServer.StartAsync(Options);
        var seen = await Openssl(server, "-ciphersuites", suite);
        Assert.Contains("alert handshake failure", seen.All);
        Assert.Contains("Cipher is (NONE)", seen.Output);
    }

    [TimedTheory]
    [InlineData("TLS_AES_256_GCM_SHA384")]
    [InlineData("TLS_AES_128_GCM_SHA256")]
    public async Task Both_AES_GCM_suites_are_taken(string suite)
    {
        await using var server = await EndpointServer.StartAsync(Options);
        Assert.Contains($"New, TLSv1.3, Cipher is {suite}", (await Openssl(server, "-ciphersuites", suite)).Output);
    }

    [TimedTheory]
    [InlineData("secp384r1", "Server Temp Key: ECDH, secp384r1, 384 bits")]
    [InlineData("P-256", "Server Temp Key: ECDH, prime256v1, 256 bits")]
    [InlineData("X25519", "Server Temp Key: X25519, 253 bits")]
    public async Task The_guides_curve_and_the_quick_ones_are_taken(string group, string seen)
    {
        await using var server = await EndpointServer.StartAsync(Options);
        Assert.Contains(seen, (await Openssl(server, "-groups", group)).Output);
    }

    [TimedFact]
    public async Task The_intermediate_is_sent_so_that_the_root_alone_is_enough()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        var seen = await Openssl(server, "-CAfile", fixture.Root, "-no-CApath", "-verify_return_error", "-verify_hostname", PkiFixture.ServerName);
        Assert.Contains("Verify return code: 0 (ok)", seen.Output);
    }

    [TimedFact]
    public async Task A_session_cannot_be_resumed_so_every_connection_is_verified()
    {
        using var folder = new TemporaryFolder();
        await using var server = await EndpointServer.StartAsync(Options);
        string[] client = ["s_client", "-ign_eof", "-connect", $"127.0.0.1:{server.HttpsPort}", "-cert", fixture.Device.Certificate, "-key", fixture.Device.Key];
        const string Request = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        var first = await Tool.RunWithInput(Request, "openssl", [.. client, "-sess_out", folder.File("session")]);
        Assert.Contains("New, TLSv1.3", first.Output);
        if (!File.Exists(folder.File("session")))
        {
            // Without a ticket there is nothing to resume with; where one did come, it must not serve.
            Assert.DoesNotContain("New Session Ticket arrived", first.Output);
            return;
        }

        var again = await Tool.RunWithInput(Request, "openssl", [.. client, "-sess_in", folder.File("session")]);
        Assert.Contains("New, TLSv1.3", again.Output);
        Assert.DoesNotContain("Reused", again.Output);
    }

    [TimedFact]
    public async Task A_silent_client_is_cut_off()
    {
        var refused = new TaskCompletionSource<RefusedHandshake>();
        await using var server = await EndpointServer.StartAsync(
            Options with { HandshakeTimeout = TimeSpan.FromMilliseconds(200) }, it => it.HandshakeRefused += h => refused.TrySetResult(h));
        using var socket = await Dial(server.HttpsPort);
        Assert.Equal(0, await socket.ReceiveAsync(new byte[1]).WaitAsync(s_lessThanTheDefault));
        Assert.Contains("timed out", (await refused.Task.WaitAsync(s_lessThanTheDefault)).Reason);
    }

    [TimedFact]
    public async Task A_client_that_dribbles_its_headers_is_cut_off()
    {
        await using var server = await EndpointServer.StartAsync(Options with { RequestHeadersTimeout = TimeSpan.FromMilliseconds(200) });
        await using var client = await TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device);
        await client.Send("GET / HTTP/1.1\r\nX-Slow: ");
        Assert.StartsWith("HTTP/1.1 408", await client.ReadToEnd().WaitAsync(s_lessThanTheDefault));
    }

    [TimedFact]
    public async Task Headers_without_end_are_refused()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        await using var client = await TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device);
        await client.Send($"GET / HTTP/1.1\r\nX-Long: {new string('a', 20_000)}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 431", await client.ReadToEnd());
    }

    [TimedFact]
    public async Task Plain_HTTP_on_the_HTTPS_port_is_never_answered()
    {
        await using var server = await EndpointServer.StartAsync(Options with { ClientCertificates = ClientCertificates.Off });
        using var socket = await Dial(server.HttpsPort);
        await socket.SendAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray());
        var buffer = new byte[1024];
        var length = await socket.ReceiveAsync(buffer);
        Assert.DoesNotContain("HTTP/1.1 ", System.Text.Encoding.ASCII.GetString(buffer, 0, length));
    }

    private static async Task<Socket> Dial(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return socket;
    }

    private static Task<ToolResult> Openssl(EndpointServer server, params string[] options) =>
        Tool.RunWithInput("", "openssl", ["s_client", "-connect", $"127.0.0.1:{server.HttpsPort}", .. options]);
}
