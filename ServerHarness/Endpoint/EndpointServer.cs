using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>
/// The HTTPS endpoint, the equal of the guide's nginx + uWSGI + Flask: the greeting over mutual TLS 1.3, 401 without a verified
/// certificate, a plain port that redirects, and three security headers on every answer.
/// </summary>
public sealed class EndpointServer : IAsyncDisposable
{
    private const int RequestLineLimit = 8 * 1024;
    private const int RequestHeadersLimit = 16 * 1024;
    private const int RequestBodyLimit = 64 * 1024;

    private readonly EndpointOptions _options;
    private readonly TlsFiles _files;
    private readonly ServerTls _tls;
    private readonly ConnectionLimits _limits;
    private readonly HandshakeLog _handshakes;
    private readonly WebApplication _application;
    private ListenOptions? _https;
    private ListenOptions? _http;

    private EndpointServer(EndpointOptions options)
    {
        _options = options;
        _files = new(options, reload => Reloaded?.Invoke(reload));
        _tls = new(options, () => _files.Current);
        _handshakes = new(refused => HandshakeRefused?.Invoke(refused));
        _limits = new(options, refused => HandshakeRefused?.Invoke(refused));
        _application = Build();
    }

    /// <summary>After each answer. Comes from several threads at once.</summary>
    public event Action<RequestRecord>? Answered;

    /// <summary>After each handshake that failed or was not begun. Comes from several threads at once.</summary>
    public event Action<RefusedHandshake>? HandshakeRefused;

    /// <summary>After files have changed and were taken over, or not. Comes from another thread.</summary>
    public event Action<Reload>? Reloaded;

    /// <summary>The HTTPS port that is bound.</summary>
    public int HttpsPort => _https!.IPEndPoint!.Port;

    /// <summary>The plain HTTP port that is bound, or null.</summary>
    public int? HttpPort => _http?.IPEndPoint!.Port;

    /// <summary>Names that the server's certificate is for; it may be renewed.</summary>
    internal Func<IReadOnlyList<string>> Names => () => _files.Current.Names;

    /// <summary>When the first revocation list ends, and clients are refused until there is a newer one; null without lists.</summary>
    public DateTimeOffset? RevocationListsEnd => _files.Current.Trust.Revocations?.NextUpdate;

    /// <summary>Starts listening.</summary>
    /// <param name="observe">Called before the first connection can come, to subscribe to the events.</param>
    /// <exception cref="HarnessException">A file cannot be used, or a port cannot be had.</exception>
    public static async Task<EndpointServer> StartAsync(
        EndpointOptions options, Action<EndpointServer>? observe = null, CancellationToken cancellation = default)
    {
        var server = new EndpointServer(options);
        observe?.Invoke(server);
        try
        {
            await server._application.StartAsync(cancellation);
            return server;
        }
        catch (Exception e)
        {
            await server.DisposeAsync();
            throw e is IOException or SocketException ? ListenFailure.Describe(options, e) : e;
        }
    }

    /// <summary>Reads certificates, authorities and revocation lists again now. Open connections stay.</summary>
    public void Reload() => _files.Refresh(evenUnchanged: true);

    /// <summary>Accepts nothing new, lets requests under way end within the time limit, closes the rest.</summary>
    public async Task StopAsync()
    {
        using var limit = new CancellationTokenSource(_options.StopTimeout);
        await _application.StopAsync(limit.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _files.Dispose();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(Configure);
        builder.Logging.AddProvider(_handshakes).SetMinimumLevel(LogLevel.Debug);

        // Signals are the program's business, not that of a part of it.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var application = builder.Build();
        var redirect = new PlainRedirect(() => _files.Current.Names);
        var pipeline = new Pipeline(_options, () => _files.Current, redirect, () => HttpsPort, record => Answered?.Invoke(record));
        application.Run(pipeline.Answer);
        return application;
    }

    private void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = _options.RequestHeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = _options.KeepAliveTimeout;
        kestrel.Limits.MaxRequestLineSize = RequestLineLimit;
        kestrel.Limits.MaxRequestHeadersTotalSize = RequestHeadersLimit;
        kestrel.Limits.MaxRequestBodySize = RequestBodyLimit;
        kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        kestrel.Listen(_options.Address, _options.HttpsPort, listen =>
        {
            _https = listen;
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(_limits.Watch);
            listen.Use(_handshakes.Watch);
            listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _tls.OnConnection,
                HandshakeTimeout = _options.HandshakeTimeout,
            });
            listen.Use(CleanClose.Say);
        });
        if (_options.HttpPort is { } port)
        {
            kestrel.Listen(_options.Address, port, listen =>
            {
                _http = listen;
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(_limits.Watch);
            });
        }
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
