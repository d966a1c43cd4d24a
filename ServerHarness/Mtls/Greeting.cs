using System.Net.Security;
using System.Text;
using SecureEsp.VirtualDevice.Tls.X509;

namespace SecureEsp.ServerHarness.Mtls;

/// <summary>
/// One line each way. A client has finished its handshake before the server has judged its certificate, by TLS 1.3's design
/// (and many servers judge so late in 1.2 too): the first byte it receives is the first sign that it was accepted.
/// </summary>
internal static class Greeting
{
    private const int LongestLine = 256;

    /// <param name="peer">Whom we talk to.</param>
    /// <exception cref="IOException">A server closed before it sent a byte.</exception>
    public static async Task ExchangeAsync(SslStream stream, PeerRole peer, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(peer == PeerRole.Server ? "hello from the client\n" : "hello from the server\n"), cancellation);
        if (peer == PeerRole.Server && await stream.ReadAsync(new byte[1], cancellation) == 0)
        {
            throw new IOException("closed before the first byte");
        }

        if (peer == PeerRole.Client)
        {
            await Hear(stream, cancellation);
        }

        await stream.ShutdownAsync();
    }

    // A client that was verified and says nothing is no failure: the limit, or its end, ends the wait.
    private static async Task Hear(SslStream stream, CancellationToken cancellation)
    {
        try
        {
            var buffer = new byte[LongestLine];
            var heard = 0;
            while (heard < buffer.Length && await stream.ReadAsync(buffer.AsMemory(heard), cancellation) is > 0 and var count)
            {
                heard += count;
                if (buffer.AsSpan(0, heard).Contains((byte)'\n'))
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Its own end of the conversation is its own business.
        }
    }
}
