using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Hosting;
using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>
/// An update server whose faults a test chooses: Kestrel over TLS 1.3, one port that asks for the device's certificate and one that
/// does not and tells whether it was shown one.
/// </summary>
internal sealed class TestUpdateServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly List<Asked> _asked = [];
    private ListenOptions? _own;
    private ListenOptions? _store;

    private TestUpdateServer(PkiFixture pki)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            var certificate = X509Certificate2.CreateFromPemFile(pki.Server.Certificate, pki.Server.Key);
            var usable = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(pki.Server.Certificate);
            chain.RemoveAt(0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => _own = Tls(listen, usable, chain, ClientCertificateMode.RequireCertificate));
            kestrel.Listen(IPAddress.Loopback, 0, listen => _store = Tls(listen, usable, chain, ClientCertificateMode.AllowCertificate));
        });
        _application = builder.Build();
        _application.Run(Answer);
    }

    /// <summary>What is offered; null for nothing.</summary>
    public byte[]? Bundle { get; set; }

    /// <summary>Answers a request itself and returns true; or returns false for the usual answer.</summary>
    public Func<HttpContext, Task<bool>>? Instead { get; set; }

    public int Port => _own!.IPEndPoint!.Port;

    public int StorePort => _store!.IPEndPoint!.Port;

    public string Url => $"https://{PkiFixture.ServerName}:{Port}/update";

    public IReadOnlyList<Asked> Requests
    {
        get
        {
            lock (_asked) return [.. _asked];
        }
    }

    public static async Task<TestUpdateServer> StartAsync(PkiFixture pki)
    {
        var server = new TestUpdateServer(pki);
        await server._application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(limit.Token);
        await _application.DisposeAsync();
    }

    /// <summary>Sends the part of the bundle that is asked for, but no more than <paramref name="most"/> bytes of it; then the connection ends.</summary>
    public async Task Send(HttpContext context, byte[] bundle, int most = int.MaxValue)
    {
        var asked = context.Request.GetTypedHeaders().Range!.Ranges.Single();
        var (first, last) = ((int)asked.From!.Value, (int)Math.Min(asked.To!.Value, bundle.Length - 1));
        context.Response.StatusCode = StatusCodes.Status206PartialContent;
        context.Response.Headers.ContentRange = $"bytes {first}-{last}/{bundle.Length}";
        context.Response.ContentLength = last - first + 1;
        var length = Math.Min(last - first + 1, most);
        await context.Response.Body.WriteAsync(bundle.AsMemory(first, length));
        await context.Response.Body.FlushAsync();
        if (length == last - first + 1) return;

        // An abort overtakes what is still on its way.
        await Task.Delay(100);
        context.Abort();
    }

    /// <summary>Sends no more than so many bytes of what is asked for, and says so.</summary>
    public async Task SendPart(HttpContext context, byte[] bundle, int most)
    {
        var from = (int)context.Request.GetTypedHeaders().Range!.Ranges.Single().From!.Value;
        var to = (int)Math.Min(context.Request.GetTypedHeaders().Range!.Ranges.Single().To!.Value, from + most - 1);
        context.Request.Headers.Range = $"bytes={from}-{to}";
        await Send(context, bundle);
    }

    private static ListenOptions Tls(ListenOptions listen, X509Certificate2 certificate, X509Certificate2Collection chain, ClientCertificateMode mode)
    {
        listen.Protocols = HttpProtocols.Http1;
        listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = certificate,
            ServerCertificateChain = chain,
            ClientCertificateMode = mode,
            ClientCertificateValidation = (shown, _, _) => shown.Subject.Contains("dev-", StringComparison.Ordinal),
            SslProtocols = System.Security.Authentication.SslProtocols.Tls13,
        });
        return listen;
    }

    private async Task Answer(HttpContext context)
    {
        var shown = context.Connection.ClientCertificate?.GetNameInfo(X509NameType.SimpleName, false);
        lock (_asked) _asked.Add(new(context.Request.Path, context.Request.Headers.Range.ToString(), shown, context.Connection.LocalPort));
        if (Instead is { } instead && await instead(context)) return;
        if (Bundle is { } bundle) await Send(context, bundle);
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}

/// <param name="Shown">CN of the certificate that the device showed; null for none.</param>
internal sealed record Asked(string Path, string Range, string? Shown, int Port);
