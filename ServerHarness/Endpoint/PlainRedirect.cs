using System.Net;
using Microsoft.AspNetCore.Http;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>The plain HTTP port: everything is sent to HTTPS.</summary>
/// <param name="names">The names that the server's certificate is for.</param>
internal sealed class PlainRedirect(Func<IReadOnlyList<string>> names)
{
    private const int HttpsDefaultPort = 443;

    /// <summary>302 to the same path on the HTTPS port.</summary>
    public void Answer(HttpContext context, int httpsPort)
    {
        var port = httpsPort == HttpsDefaultPort ? "" : $":{httpsPort}";
        var response = context.Response;
        response.StatusCode = StatusCodes.Status302Found;
        var target = context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
        response.Headers.Location = $"https://{Host(context.Request.Host.Host)}{port}{target}";
        response.ContentLength = 0;
    }

    // A Host header is the client's word: only a name that our certificate proves is repeated, so nobody is sent elsewhere.
    private string Host(string asked)
    {
        var known = names();
        var host = known.FirstOrDefault(n => n.Equals(asked.Trim('[', ']'), StringComparison.OrdinalIgnoreCase))
            ?? known.FirstOrDefault(n => !n.StartsWith('*'))
            ?? "localhost";
        return IPAddress.TryParse(host, out var address) && host.Contains(':') ? $"[{address}]" : host;
    }
}
