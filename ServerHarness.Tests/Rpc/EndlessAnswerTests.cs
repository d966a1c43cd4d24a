using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Rpc;

namespace SecureEsp.ServerHarness.Tests.Rpc;

/// <summary>A server with a certificate of our PKI whose answer has no end.</summary>
public sealed class EndlessAnswerTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    [TimedFact]
    public async Task An_answer_without_end_is_cut_off()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var sending = SendAsync(listener);
        var layout = pki.Pki.Layout;
        await using (var channel = new HttpsChannel(DeviceAddress.Parse($"https://{PkiFixture.ServerName}"), layout.CaChain, layout.Operator("alice"), (IPEndPoint)listener.LocalEndpoint))
        {
            var told = await Assert.ThrowsAsync<HarnessException>(() => channel.CallAsync("RPC.List", null, CancellationToken.None));
            Assert.EndsWith(" answers with more than 1 MB", told.Message, StringComparison.Ordinal);
        }

        Assert.InRange(await sending, 1 << 20, Most - 1);
    }

    private const int Most = 1 << 28;

    /// <returns>How many bytes were sent before the caller closed.</returns>
    private async Task<int> SendAsync(TcpListener listener)
    {
        using var identity = CertificateFile.ReadWithKey(pki.Server.Certificate, pki.Server.Key);
        await using var stream = new SslStream((await listener.AcceptTcpClientAsync()).GetStream());
        await stream.AuthenticateAsServerAsync(identity);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"u8.ToArray());
        var blanks = Enumerable.Repeat((byte)' ', 65536).ToArray();
        var sent = 0;
        try
        {
            for (; sent < Most; sent += blanks.Length) await stream.WriteAsync(blanks);
        }
        catch (IOException)
        {
            // The caller has closed.
        }

        return sent;
    }
}
