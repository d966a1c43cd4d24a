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
        response.Headers.Location = $"https://{KnownHost.Of(context.Request.Host.Host, names())}{port}{target}";
        response.ContentLength = 0;
    }
}
