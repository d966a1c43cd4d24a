using System.Net;
using System.Net.Sockets;
using System.Text;
using SecureEsp.ServerHarness.Mtls;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Mtls;

/// <summary>Peers that are not ours: openssl, and such as stall, lie or speak something else.</summary>
public sealed class StrangePeerTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    [TimedTheory]
    [InlineData("1.2")]
    [InlineData("1.3")]
    public async Task openssl_as_the_server_is_verified_and_its_first_byte_awaited(string version)
    {
        // With -rev it sends each line back.
        await using var openssl = await OpensslServer(fixture.Server, fixture.Pki.Layout.CaChain, "-rev", version == "1.2" ? "-tls1_2" : "-tls1_3");
        var outcome = await MtlsClient.RunAsync(MtlsPair.Client(fixture, openssl.Port), _ => { });
        Assert.True(outcome.IsVerified, outcome.Error?.ToString());
        Assert.StartsWith($"TLSv{version} ", outcome.Tls);
    }

    [TimedFact]
    public async Task openssl_that_refuses_us_after_the_handshake_of_TLS_1_3_is_no_success()
    {
        await using var openssl = await OpensslServer(fixture.Server, fixture.Other.Layout.CaChain, "-rev", "-tls1_3");
        var outcome = await MtlsClient.RunAsync(MtlsPair.Client(fixture, openssl.Port), _ => { });
        Assert.Equal(-0x7780, outcome.Error!.Code);
        Assert.Contains("unknown ca", outcome.Error.Meaning);
    }

    [TimedFact]
    public async Task A_server_that_says_nothing_after_the_handshake_is_no_success()
    {
        // Without -rev it says nothing of its own. What takes our certificate may refuse it any time later.
        await using var openssl = await OpensslServer(fixture.Server, fixture.Pki.Layout.CaChain, "-quiet", "-tls1_3");
        var outcome = await MtlsClient.RunAsync(MtlsPair.Client(fixture, openssl.Port) with { Limit = TimeSpan.FromSeconds(2) }, _ => { });
        Assert.Equal("SSL_TIMEOUT", outcome.Error?.Name);
    }

    [TimedTheory]
    [InlineData("-tls1_2")]
    [InlineData("-tls1_3")]
    public async Task openssl_as_the_client_is_verified(string version)
    {
        var (outcome, client) = await ServeOpenssl(version, "-cert", fixture.Device.Certificate, "-key", fixture.Device.Key);
        Assert.True(outcome.IsVerified, outcome.Error?.ToString());
        Assert.Equal("CN=dev-1", outcome.Peer[0].Certificate.Subject);
        Assert.Contains("hello from the server", client.Output);
    }

    [TimedFact]
    public async Task A_client_without_a_certificate_is_refused()
    {
        var (outcome, client) = await ServeOpenssl("-tls1_3");
        Assert.Equal((-0x7480, "SSL_NO_CLIENT_CERTIFICATE"), (outcome.Error!.Code, outcome.Error.Name));
        Assert.DoesNotContain("hello", client.Output);
    }

    [TimedFact]
    public async Task A_server_that_never_answers_costs_no_more_than_the_limit()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var outcome = await MtlsClient.RunAsync(
            MtlsPair.Client(fixture, ((IPEndPoint)silent.LocalEndpoint).Port) with { Limit = TimeSpan.FromMilliseconds(300) }, _ => { });
        Assert.Equal((-0x6800, "SSL_TIMEOUT"), (outcome.Error!.Code, outcome.Error.Name));
    }

    [TimedFact]
    public async Task A_client_that_stalls_costs_no_more_than_the_limit_and_holds_up_nobody()
    {
        using var server = MtlsServer.Start(MtlsPair.Server(fixture) with { Limit = TimeSpan.FromSeconds(6) }, _ => { });
        var outcomes = new System.Collections.Concurrent.ConcurrentQueue<MtlsOutcome>();
        var serving = server.RunAsync(outcomes.Enqueue, connections: 2, CancellationToken.None);
        using var stalled = new TcpClient();
        await stalled.ConnectAsync(IPAddress.Loopback, server.Port);
        Assert.True((await MtlsClient.RunAsync(MtlsPair.Client(fixture, server.Port), _ => { })).IsVerified);
        await serving;
        Assert.Equal([null, "SSL_TIMEOUT"], outcomes.Select(outcome => outcome.Error?.Name));
    }

    [TimedFact]
    public async Task A_plain_text_service_is_told_as_such()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("220 mail.test ESMTP, this is no TLS\r\n"));
            await client.GetStream().ReadExactlyAsync(new byte[5]);
        });
        var outcome = await MtlsClient.RunAsync(MtlsPair.Client(fixture, ((IPEndPoint)listener.LocalEndpoint).Port), _ => { });
        Assert.Equal("SSL_HANDSHAKE_FAILURE", outcome.Error?.Name);
        Assert.Contains("plain-text", outcome.Error!.Remedy);
        await answering;
    }

    [TimedFact]
    public async Task Nobody_there_and_no_such_name_are_told_apart()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var free = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.Equal((-0x44, "NET_CONNECT_FAILED"), Of(await MtlsClient.RunAsync(MtlsPair.Client(fixture, free), _ => { })));
        Assert.Equal((-0x52, "NET_UNKNOWN_HOST"), Of(await MtlsClient.RunAsync(MtlsPair.Client(fixture, free) with { Host = "no-such-host.invalid" }, _ => { })));

        static (int, string) Of(MtlsOutcome outcome) => (outcome.Error!.Code, outcome.Error.Name);
    }

    private async Task<(MtlsOutcome Outcome, ToolResult Client)> ServeOpenssl(params string[] more)
    {
        using var server = MtlsServer.Start(MtlsPair.Server(fixture), _ => { });
        MtlsOutcome? outcome = null;
        var serving = server.RunAsync(one => outcome = one, connections: 1, CancellationToken.None);
        var client = await Tool.RunWithInput(
            "hello\n", "openssl", ["s_client", "-connect", $"127.0.0.1:{server.Port}", "-CAfile", fixture.Root, "-quiet", .. more]);
        await serving;
        return (outcome!, client);
    }

    private static async Task<OpensslPeer> OpensslServer(KeyPairFiles shown, string clientCa, params string[] more)
    {
        var tool = Tool.Start(
            "stdbuf",
            [
                "-oL", "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", shown.Certificate, "-cert_chain", shown.Certificate, "-key", shown.Key,
                "-CAfile", clientCa, "-Verify", "3", "-verify_return_error", "-naccept", "1", .. more.Where(one => one != "-quiet"),
            ]);
        var accept = await tool.Line(line => line.StartsWith("ACCEPT ", StringComparison.Ordinal));
        return new(tool, int.Parse(accept[(accept.LastIndexOf(':') + 1)..]));
    }

    private sealed record OpensslPeer(Tool Tool, int Port) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Tool.DisposeAsync();
    }
}
