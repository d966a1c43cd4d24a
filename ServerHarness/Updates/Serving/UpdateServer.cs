using System.Globalization;
using System.Security.Cryptography;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Updates.Publishing;
using SecureEsp.ServerHarness.Updates.S3;

namespace SecureEsp.ServerHarness.Updates.Serving;

/// <summary>
/// The update server: the standard update URL under mutual TLS, the store behind it under server-authenticated TLS (unless the bundles
/// lie in an S3 of somebody else), and on demand a plain folder. Each is an endpoint with TLS, limits and reloading of its own.
/// </summary>
internal sealed class UpdateServer : IAsyncDisposable
{
    private readonly List<EndpointServer> _servers = [];

    private UpdateServer()
    {
    }

    /// <summary>The port of the update URL.</summary>
    public int Port { get; private set; }

    /// <summary>The port of the store; null where there is none of ours.</summary>
    public int? StorePort { get; private set; }

    /// <summary>The port of the plain folder; null where there is none.</summary>
    public int? FolderPort { get; private set; }

    /// <exception cref="HarnessException">A file cannot be used, or a port cannot be had.</exception>
    public static async Task<UpdateServer> StartAsync(UpdateServerOptions options, Action<EndpointServer> observe, CancellationToken cancellation = default)
    {
        var server = new UpdateServer();
        try
        {
            var store = new StoreFolder(options.Store);
            Func<string, string, Release, string> presign = options.Elsewhere is { } s3
                ? (method, _, release) => s3.Presign(method, release.Object, options.UrlLifetime, options.Endpoint.Clock.GetUtcNow())
                : await server.StartStore(options, store, observe, cancellation);
            var page = new UpdatePage(store, presign);
            server.Port = await server.Start(options.Endpoint with { HttpsPort = options.Port, Application = page.Answer }, observe, cancellation);
            if (options.Folder is { } folder)
            {
                var files = new FolderPage(folder);
                server.FolderPort = await server.Start(Open(options, options.FolderPort) with { Application = (c, _) => files.Answer(c) }, observe, cancellation);
            }

            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task StopAsync()
    {
        foreach (var server in _servers)
        {
            await server.StopAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    // Its credentials live as long as the process: whoever learns a URL learns nothing that outlives it.
    private async Task<Func<string, string, Release, string>> StartStore(UpdateServerOptions options, StoreFolder store, Action<EndpointServer> observe, CancellationToken cancellation)
    {
        var credentials = new S3Credentials(Convert.ToHexString(RandomNumberGenerator.GetBytes(10)), Convert.ToBase64String(RandomNumberGenerator.GetBytes(30)), S3Credentials.DefaultRegion);
        var page = new StorePage(store, credentials, options.Endpoint.Clock);
        var port = await Start(Open(options, options.StorePort) with { Application = (c, _) => page.Answer(c) }, observe, cancellation);
        StorePort = port;
        var names = _servers[^1].Names;
        return (method, asked, release) => PresignedUrl.Make(
            credentials, method, string.Create(CultureInfo.InvariantCulture, $"{KnownHost.Of(asked, names())}:{port}"), $"/{StoreFolder.Bucket}/{release.Object}", options.UrlLifetime, options.Endpoint.Clock.GetUtcNow());
    }

    private static EndpointOptions Open(UpdateServerOptions options, int port) => options.Endpoint with { HttpsPort = port, ClientCertificates = ClientCertificates.Off };

    private async Task<int> Start(EndpointOptions options, Action<EndpointServer> observe, CancellationToken cancellation)
    {
        _servers.Add(await EndpointServer.StartAsync(options with { HttpPort = null }, observe, cancellation));
        return _servers[^1].HttpsPort;
    }
}
