using Microsoft.AspNetCore.Http;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>
/// <c>/health</c>, for those who watch: 200 while clients can be served, 503 with the reason once they cannot. It is open to all
/// who get a connection, and tells nothing that the handshake does not.
/// </summary>
internal static class HealthPage
{
    public const string Path = "/health";

    public static Task Answer(HttpContext context, TlsMaterial material, DateTimeOffset now)
    {
        var failure = Failure(material, now);
        context.Response.Headers.CacheControl = "no-store";
        return failure is null
            ? Page.Send(context, StatusCodes.Status200OK, Page.Json, "{\"status\":\"ok\"}\n"u8.ToArray())
            : Page.Send(context, StatusCodes.Status503ServiceUnavailable, Page.Json, System.Text.Encoding.ASCII.GetBytes(
                $"{{\"status\":\"failing\",\"reason\":\"{failure}\"}}\n"));
    }

    /// <summary>Why no client can be served; null where they can.</summary>
    public static string? Failure(TlsMaterial material, DateTimeOffset now) => material switch
    {
        _ when now > material.Identity.NotAfter => $"the server certificate expired at {material.Identity.NotAfter:u}",
        _ when now < material.Identity.NotBefore => $"the server certificate begins only at {material.Identity.NotBefore:u}",
        { Trust.Revocations: { } lists } when now >= lists.NextUpdate => $"a revocation list ended at {lists.NextUpdate:u}",
        _ => null,
    };
}
