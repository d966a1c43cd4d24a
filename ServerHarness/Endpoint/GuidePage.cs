using Microsoft.AspNetCore.Http;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>The guide's application behind the guide's rule: the greeting for verified clients, 401 for everybody else.</summary>
internal static class GuidePage
{
    private static readonly byte[] s_greeting = "<h1 style='color:blue'>Hello There!</h1>"u8.ToArray();
    private static readonly byte[] s_blocked = "blocked access to mTLS-protected resource"u8.ToArray();
    private static readonly byte[] s_notFound = "not found"u8.ToArray();
    private static readonly byte[] s_wrongMethod = "method not allowed"u8.ToArray();

    public static Task Answer(HttpContext context, ClientCertificates mode, ClientIdentity client)
    {
        if (mode != ClientCertificates.Off && !client.Verified)
        {
            return Send(context, StatusCodes.Status401Unauthorized, "text/plain; charset=utf-8", s_blocked);
        }

        if (context.Request.Path != "/")
        {
            return Send(context, StatusCodes.Status404NotFound, "text/plain; charset=utf-8", s_notFound);
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return Send(context, StatusCodes.Status405MethodNotAllowed, "text/plain; charset=utf-8", s_wrongMethod);
        }

        return Send(context, StatusCodes.Status200OK, "text/html; charset=utf-8", s_greeting);
    }

    private static Task Send(HttpContext context, int status, string type, byte[] body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
