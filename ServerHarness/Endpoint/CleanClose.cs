using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>How a connection ends from our side, so that a client can tell an end from a failure.</summary>
internal static class CleanClose
{
    private const long DrainLimit = 64 * 1024;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    /// <summary>
    /// After a refused handshake: the end of our side, then what the client still sends is read until it ends too. A socket that is
    /// closed with unread data resets the connection, and a reset looks like a broken network to the client.
    /// </summary>
    public static ConnectionDelegate OfTcp(ConnectionDelegate next) => async connection =>
    {
        await next(connection);
        if (connection.Features.Get<ITlsHandshakeFeature>() is null
            && connection.Features.Get<IConnectionSocketFeature>() is { Socket: var socket })
        {
            try
            {
                socket.Shutdown(SocketShutdown.Send);
                await Drain(connection);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException or InvalidOperationException or OperationCanceledException)
            {
                // The client has gone, or takes too long about it: nothing is left to be clean about.
            }
        }
    };

    /// <summary>After the last answer: TLS's own goodbye (close_notify), without which an end cannot be told from a cut (RFC 8446, 6.1).</summary>
    public static ConnectionDelegate OfTls(ConnectionDelegate next) => async connection =>
    {
        await next(connection);
        if (connection.Features.Get<ISslStreamFeature>() is { SslStream: var stream })
        {
            try
            {
                await connection.Transport.Output.CompleteAsync();
                await stream.ShutdownAsync().WaitAsync(s_limit);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException or TimeoutException)
            {
                // The client has gone first.
            }
        }
    };

    private static async Task Drain(ConnectionContext connection)
    {
        using var limit = new CancellationTokenSource(s_limit);
        for (var drained = 0L; drained < DrainLimit;)
        {
            var read = await connection.Transport.Input.ReadAsync(limit.Token);
            drained += read.Buffer.Length;
            connection.Transport.Input.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted || read.IsCanceled)
            {
                return;
            }
        }
    }
}
