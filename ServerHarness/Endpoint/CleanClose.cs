using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>How a connection ends from our side: with TLS's own goodbye (close_notify), without which an end cannot be told from a cut (RFC 8446, 6.1).</summary>
internal static class CleanClose
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    /// <summary>Stands after TLS in the connection's pipeline: what comes back from the next was the last answer.</summary>
    public static ConnectionDelegate Say(ConnectionDelegate next) => async connection =>
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
}
