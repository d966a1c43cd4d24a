using System.Net;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>What happens to a request: the security headers first, then the redirect or the page, then the record.</summary>
/// <param name="httpsPort">The port that is bound, known once the server has started.</param>
internal sealed class Pipeline(ClientCertificates mode, PlainRedirect redirect, Func<int> httpsPort, Action<RequestRecord> answered)
{
    public async Task Answer(HttpContext context)
    {
        AddHeaders(context.Response.Headers);
        var tls = context.Features.Get<ITlsHandshakeFeature>();
        var client = context.Features.Get<ClientIdentity>() ?? ClientIdentity.Anonymous;
        if (tls is null)
        {
            redirect.Answer(context, httpsPort());
        }
        else
        {
            await GuidePage.Answer(context, mode, client);
        }

        answered(Record(context, tls, client));
    }

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.Server = "secureesp";
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers.XXSSProtection = "1; mode=block";
    }

    private static RequestRecord Record(HttpContext context, ITlsHandshakeFeature? tls, ClientIdentity client) => new(
        DateTimeOffset.UtcNow,
        new IPEndPoint(context.Connection.RemoteIpAddress ?? IPAddress.None, context.Connection.RemotePort),
        Text.Printable(context.Request.Method),
        Text.Printable(context.Request.Path.ToUriComponent()),
        context.Response.StatusCode,
        client.CommonName,
        client.Refusal,
        tls is null ? null : Version(tls.Protocol),
        tls?.NegotiatedCipherSuite?.ToString());

    private static string Version(SslProtocols protocol) => protocol == SslProtocols.Tls13 ? "TLSv1.3" : protocol.ToString();
}
