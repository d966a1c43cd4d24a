using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SecureEsp.ServerHarness.Endpoint.Clients;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>
/// Hears of failed handshakes from Kestrel's log, the only place where it gives their reasons. Kestrel writes it on the
/// connection's own flow of execution, which ties an entry to its connection.
/// </summary>
internal sealed class HandshakeLog(Action<RefusedHandshake> refused) : ILoggerProvider, ILogger
{
    private const string Category = "Microsoft.AspNetCore.Server.Kestrel.Https";

    private readonly AsyncLocal<Handshake?> _current = new();

    /// <summary>Stands before TLS in the connection's pipeline.</summary>
    public ConnectionDelegate Watch(ConnectionDelegate next) => async connection =>
    {
        var handshake = new Handshake();
        _current.Value = handshake;
        await next(connection);
        if (connection.Features.Get<ITlsHandshakeFeature>() is null || handshake.Reason is not null)
        {
            refused(new(DateTimeOffset.UtcNow, connection.RemoteEndPoint, Text.Printable(Reason(connection, handshake))));
        }
    };

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith(Category, StringComparison.Ordinal) ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => _current.Value is not null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // Without an exception it tells of a time-out, or of a handshake that succeeded.
        if (_current.Value is { } handshake && (exception is not null || eventId.Name == "AuthenticationTimedOut"))
        {
            handshake.Reason = exception?.GetBaseException().Message ?? formatter(state, exception);
        }
    }

    public void Dispose()
    {
    }

    private static string Reason(ConnectionContext connection, Handshake handshake) =>
        connection.Features.Get<ClientSession>()?.Shown is { Verified: false } client
            ? client.Refusal ?? "no client certificate"
            : handshake.Reason ?? "closed by the client";

    private sealed class Handshake
    {
        public string? Reason { get; set; }
    }
}
