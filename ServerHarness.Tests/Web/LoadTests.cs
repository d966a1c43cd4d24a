using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.WebBench;
using Xunit.Abstractions;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>Many requests, good and hostile ones. The benchmark sends ten thousand of the latter.</summary>
public sealed class LoadTests(WebFixture web, AnybodyTests.Fixture anybody, ITestOutputHelper output) : IClassFixture<WebFixture>, IClassFixture<AnybodyTests.Fixture>
{
    private const int Hostile = 600;
    private static readonly byte[] s_request = "GET /page.css HTTP/1.1\r\nHost: esp.test\r\n\r\n"u8.ToArray();

    [TimedFact]
    public async Task Curl_keeps_one_connection_for_two_hundred_calls()
    {
        var from = web.Console.Position;
        var result = await Clients.Curl(
            web.Address, web.Ca, WebFixture.Name, web.Shown("right"), "-o", "/dev/null", "-w", "%{num_connects} %{http_code}\\n", "/page.css?[1-200]");
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(200, lines.Length);
        Assert.Equal("1 200", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.Equal("0 200", line));
        Assert.Single(web.Console.Output[(int)from..].Split("[web] connected").Skip(1));
    }

    // Twenty seconds of them, where nothing else keeps the machine busy.
    [Fact(Timeout = 180_000)]
    public async Task Hostile_peers_leave_nothing_behind_and_a_good_client_is_answered_at_once()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(170));
        var before = await Settled(held => held is { Sockets: 1, TlsContexts: 0 }, limit.Token);
        var peers = new HostilePeers(anybody.Address);
        await peers.RunAsync(Hostile);
        Assert.True(peers.Sent.Count >= 9, string.Join(", ", peers.Sent.Keys));
        Assert.InRange(peers.Answered, Hostile / 2, Hostile);
        var clock = Stopwatch.StartNew();
        using (var good = await KeptConnection.OpenAsync(anybody.Address, null, limit.Token))
        {
            Assert.StartsWith("HTTP/1.1 200 OK", (await good.AskAsync(s_request, limit.Token)).Head);
        }

        output.WriteLine($"a good client was answered after {clock.ElapsedMilliseconds} ms");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await Settled(held => held == before, limit.Token);
    }

    [TimedFact]
    public async Task Silent_peers_keep_nobody_out()
    {
        using var limit = new CancellationTokenSource(WebFixture.Limit);
        var silent = new List<Socket>();
        for (var i = 0; i < 12; i++)
        {
            silent.Add(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
            await silent[i].ConnectAsync(anybody.Address, limit.Token);
        }

        // Four may wait. While more do, the host's own queue may hold up who comes next.
        var ends = silent.Select(s => End(s, limit.Token)).ToList();
        for (var gone = 0; gone < 8; gone++) ends.Remove(await Task.WhenAny(ends));
        var clock = Stopwatch.StartNew();
        using var good = await KeptConnection.OpenAsync(anybody.Address, null, limit.Token);
        await good.AskAsync(s_request, limit.Token);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        silent.ForEach(s => s.Dispose());
        await Task.WhenAll(ends);
    }

    [TimedFact]
    public async Task Callers_who_only_hold_their_places_give_way()
    {
        using var limit = new CancellationTokenSource(WebFixture.Limit);
        var holders = new List<KeptConnection>();
        for (var i = 0; i < 4; i++) holders.Add(await KeptConnection.OpenAsync(anybody.Address, null, limit.Token));
        using var good = await KeptConnection.OpenAsync(anybody.Address, null, limit.Token);
        Assert.StartsWith("HTTP/1.1 200 OK", (await good.AskAsync(s_request, limit.Token)).Head);
        holders.ForEach(h => h.Dispose());
    }

    // Not one byte of a body: whatever a caller without a certificate sends, on however many tries.
    [TimedFact]
    public async Task Without_an_operators_certificate_not_one_byte_of_an_answer_leaves()
    {
        using var limit = new CancellationTokenSource(WebFixture.Limit);
        for (var i = 0; i < 20; i++)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(web.Address, limit.Token);
            await using var stream = new SslStream(new NetworkStream(socket, ownsSocket: false));
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = "esp.test", RemoteCertificateValidationCallback = static (_, _, _, _) => true }, limit.Token);
            Assert.Equal(0, await Heard(stream, limit.Token));
        }
    }

    // Until the device, or we, close it.
    private static async Task End(Socket socket, CancellationToken limit)
    {
        try
        {
            while (await socket.ReceiveAsync(new byte[1], limit) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // Closed without a farewell.
        }
    }

    // In TLS 1.3 the client's side of the handshake is done before the device has refused: it may well send its request.
    private static async Task<int> Heard(SslStream stream, CancellationToken limit)
    {
        var heard = 0;
        try
        {
            await stream.WriteAsync(s_request, limit);
            for (int read; (read = await stream.ReadAsync(new byte[1024], limit)) > 0;) heard += read;
        }
        catch (IOException)
        {
            // The device's refusal. What came before it counts.
        }

        return heard;
    }

    // The device's own attempts to reach its endpoint and broker open a socket now and then.
    private async Task<LifeResources> Settled(Func<LifeResources, bool> isSettled, CancellationToken limit)
    {
        while (true)
        {
            var held = anybody.Life.Resources;
            if (isSettled(held)) return held;
            Assert.False(limit.IsCancellationRequested, $"{held}");
            await Task.Delay(50, CancellationToken.None);
        }
    }
}
