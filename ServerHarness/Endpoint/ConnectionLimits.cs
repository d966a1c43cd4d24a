using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>Bounds the connections that are open at once, in all and of one address: what is beyond is closed before it costs a handshake.</summary>
internal sealed class ConnectionLimits(EndpointOptions options, Action<RefusedHandshake> refused)
{
    private readonly ConcurrentDictionary<IPAddress, int> _open = new();
    private int _all;

    /// <summary>Stands first in a connection's pipeline.</summary>
    public ConnectionDelegate Watch(ConnectionDelegate next) => async connection =>
    {
        var address = (connection.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
        var all = Interlocked.Increment(ref _all);
        var its = _open.AddOrUpdate(address, 1, (_, count) => count + 1);
        try
        {
            if (all > options.ConnectionLimit || its > options.ConnectionLimitPerAddress)
            {
                var limit = all > options.ConnectionLimit ? $"{options.ConnectionLimit}" : $"{options.ConnectionLimitPerAddress} of one address";
                refused(new(options.Clock.GetUtcNow(), connection.RemoteEndPoint, $"too many connections: the limit is {limit}"));
                connection.Abort();
                return;
            }

            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _all);
            Leave(address);
        }
    };

    // The last of an address takes its entry along: the table is never longer than the connections that are open.
    private void Leave(IPAddress address)
    {
        while (_open.TryGetValue(address, out var count))
        {
            var left = count > 1 ? _open.TryUpdate(address, count - 1, count) : _open.TryRemove(new(address, count));
            if (left)
            {
                return;
            }
        }
    }
}
