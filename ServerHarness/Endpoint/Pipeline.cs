using System.Net;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using SecureEsp.ServerHarness.Endpoint.Clients;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>What happens to a request: the security headers first, then the redirect or the page, then the record.</summary>
/// <param name="httpsPort">The port that is bound, known once the server has started.</param>
internal sealed class Pipeline(
    EndpointOptions options, Func<TlsMaterial> material, PlainRedirect redirect, Func<int> httpsPort, Action<RequestRecord> answered)
{
    public async Task Answer(HttpContext context)
    {
        AddHeaders(context.Response.Headers);
        var tls = context.Features.Get<ITlsHandshakeFeature>();
        var session = context.Features.Get<ClientSession>();
        var peer = session?.Identity() ?? ClientIdentity.Anonymous;
        var (client, proxy) = options.TrustedProxy is { } name && peer.CommonName == name
            ? (ProxiedIdentity.Of(context.Request.Headers, material().Trust, options.Clock.GetUtcNow()), name)
            : (peer, null);
        if (session?.Age >= options.SessionTimeout)
        {
            // The next request needs a new handshake.
            context.Response.Headers.Connection = "close";
        }

        if (tls is null)
        {
            redirect.Answer(context, httpsPort());
        }
        else if (context.Request.Path == HealthPage.Path)
        {
            await (Page.IsRead(context) ? HealthPage.Answer(context, material(), options.Clock.GetUtcNow()) : Page.RefuseMethod(context));
        }
        else
        {
            await (options.Application?.Invoke(context, client) ?? GuidePage.Answer(context, options.ClientCertificates, client));
        }

        answered(Record(context, tls, client, proxy));
    }

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.Server = "secureesp";
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers.XXSSProtection = "1; mode=block";
    }

    private static RequestRecord Record(HttpContext context, ITlsHandshakeFeature? tls, ClientIdentity client, string? proxy) => new(
        DateTimeOffset.UtcNow,
        new IPEndPoint(context.Connection.RemoteIpAddress ?? IPAddress.None, context.Connection.RemotePort),
        Text.Printable(context.Request.Method),
        Text.Printable(context.Request.Path.ToUriComponent()),
        context.Response.StatusCode,
        client.CommonName is null ? null : Text.Printable(client.CommonName),
        client.Refusal,
        client.Serial,
        proxy,
        tls is null ? null : Version(tls.Protocol),
        tls?.NegotiatedCipherSuite?.ToString());

    private static string Version(SslProtocols protocol) => protocol switch
    {
        SslProtocols.Tls13 => "TLSv1.3",
        SslProtocols.Tls12 => "TLSv1.2",
        _ => protocol.ToString(),
    };
}
