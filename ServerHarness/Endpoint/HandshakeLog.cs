using Microsoft.Extensions.Logging;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>
/// Hears of failed handshakes from Kestrel's log, the only place where it tells of them. Kestrel logs on the connection's own
/// flow, so <see cref="Current"/> ties an entry to its connection.
/// </summary>
internal sealed class HandshakeLog : ILoggerProvider, ILogger
{
    private const string Category = "Microsoft.AspNetCore.Server.Kestrel.Https";

    /// <summary>The reason of the handshake under way on this flow of execution.</summary>
    public AsyncLocal<Handshake?> Current { get; } = new();

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith(Category, StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => Current.Value is not null;

    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? e, Func<TState, Exception?, string> formatter)
    {
        // Without an exception it tells of a time-out, or of a handshake that succeeded.
        if (Current.Value is { } handshake && (e is not null || id.Name == "AuthenticationTimedOut"))
        {
            handshake.Reason = e?.GetBaseException().Message ?? formatter(state, e);
        }
    }

    public void Dispose()
    {
    }

    /// <summary>A place for the reason, seen by the whole flow.</summary>
    internal sealed class Handshake
    {
        public string? Reason { get; set; }
    }
}
