using Microsoft.AspNetCore.Http;
using SecureEsp.ServerHarness.Endpoint.Clients;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>The guide's application behind the guide's rule: the greeting for verified clients, 401 for everybody else.</summary>
internal static class GuidePage
{
    private static readonly byte[] s_greeting = "<h1 style='color:blue'>Hello There!</h1>"u8.ToArray();
    private static readonly byte[] s_blocked = "blocked access to mTLS-protected resource"u8.ToArray();
    private static readonly byte[] s_notFound = "not found"u8.ToArray();

    public static Task Answer(HttpContext context, ClientCertificates mode, ClientIdentity client)
    {
        if (mode != ClientCertificates.Off && !client.Verified)
        {
            return Page.Send(context, StatusCodes.Status401Unauthorized, Page.Plain, s_blocked);
        }

        if (context.Request.Path != "/")
        {
            return Page.Send(context, StatusCodes.Status404NotFound, Page.Plain, s_notFound);
        }

        return Page.IsRead(context)
            ? Page.Send(context, StatusCodes.Status200OK, Page.Html, s_greeting)
            : Page.RefuseMethod(context);
    }
}
