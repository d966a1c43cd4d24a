using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Tests.Endpoint;

/// <summary>How much one client may take, for how long, and how connections end.</summary>
public sealed class LimitsTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private EndpointOptions Options => EndpointOptions.For(fixture.Pki, PkiFixture.ServerName);

    [TimedTheory]
    [InlineData(2, 256, "the limit is 2")]
    [InlineData(1024, 2, "the limit is 2 of one address")]
    public async Task Connections_beyond_the_limit_are_closed_before_a_handshake_and_told(int limit, int limitPerAddress, string told)
    {
        var refused = new TaskCompletionSource<RefusedHandshake>();
        var options = Options with { ConnectionLimit = limit, ConnectionLimitPerAddress = limitPerAddress };
        await using var server = await EndpointServer.StartAsync(options, it => it.HandshakeRefused += h => refused.TrySetResult(h));
        await using var one = await TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device);
        await using (await TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device));
            Assert.EndsWith(told, (await refused.Task).Reason);
        }

        // Who leaves makes room. The server learns of it a moment later than the client.
        while (true)
        {
            try
            {
                Assert.Equal(200, (await TlsClient.Request(server.HttpsPort, fixture.Root, fixture.Device)).Status);
                return;
            }
            catch (Exception e) when (e is IOException or AuthenticationException or SocketException)
            {
                await Task.Yield();
            }
        }
    }

    [TimedFact]
    public async Task After_the_session_time_out_an_answer_is_the_connections_last()
    {
        var clock = new MovedClock();
        await using var server = await EndpointServer.StartAsync(Options with { Clock = clock });
        await using var client = await TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device);
        await client.Send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.DoesNotContain("Connection: close", await client.ReadUntil("Hello There!</h1>"));
        clock.Offset = TimeSpan.FromMinutes(10);
        await client.Send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        var last = await client.ReadToEnd();
        Assert.Contains("200 OK", last);
        Assert.Contains("Connection: close", last);
    }

    [TimedFact]
    public async Task A_certificate_that_expires_on_an_open_connection_opens_the_door_no_more()
    {
        var clock = new MovedClock();
        await using var server = await EndpointServer.StartAsync(Options with { Clock = clock });
        await using var client = await TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device);
        await client.Send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.Contains("200 OK", await client.ReadUntil("Hello There!</h1>"));
        clock.Offset = TimeSpan.FromDays(800);
        await client.Send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 401", await client.ReadToEnd());
    }

    [TimedFact]
    public async Task The_last_answer_is_followed_by_TLSs_own_goodbye()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        var seen = await Tool.RunWithInput(
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "openssl", "s_client", "-ign_eof", "-connect", $"127.0.0.1:{server.HttpsPort}");
        Assert.Contains("401 Unauthorized", seen.Output);
        Assert.DoesNotContain("unexpected eof", seen.All);
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
    }
}
