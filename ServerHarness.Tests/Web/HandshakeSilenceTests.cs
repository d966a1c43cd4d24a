using System.Diagnostics;
using System.Net.Sockets;
using SecureEsp.WebBench;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>A handshake stalls every thread of the CLR: a peer that goes silent inside of one holds the device up, but not for long.</summary>
public sealed class HandshakeSilenceTests(AnybodyTests.Fixture web) : IClassFixture<AnybodyTests.Fixture>
{
    /// <summary>The firmware's limit is 5 s; the rest is for a busy machine.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(15);

    [TimedFact]
    public async Task A_good_client_is_answered_within_the_limit_of_the_handshake_of_a_silent_one()
    {
        using var limit = new CancellationTokenSource(WebFixture.Limit);
        var from = web.Console.Position;
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await silent.ConnectAsync(web.Address, limit.Token);
        await silent.SendAsync(HostilePeers.Hello(), limit.Token);

        // The device has answered: it is inside the handshake.
        Assert.True(await silent.ReceiveAsync(new byte[16384], limit.Token) > 0);
        var clock = Stopwatch.StartNew();
        using var good = await KeptConnection.OpenAsync(web.Address, null, limit.Token);
        Assert.StartsWith("HTTP/1.1 200 OK", (await good.AskAsync("GET /page.css HTTP/1.1\r\nHost: esp.test\r\n\r\n"u8.ToArray(), limit.Token)).Head);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, s_longest);
        await web.Says("[web] handshake failed: ", from);
    }
}
