using Microsoft.AspNetCore.Http;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>An answer of known length.</summary>
internal static class Page
{
    public const string Plain = "text/plain; charset=utf-8";
    public const string Html = "text/html; charset=utf-8";
    public const string Json = "application/json; charset=utf-8";

    public static readonly byte[] WrongMethod = "method not allowed"u8.ToArray();

    /// <summary>Whether the method only reads; else the answer was 405.</summary>
    public static bool IsRead(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    public static Task RefuseMethod(HttpContext context)
    {
        context.Response.Headers.Allow = "GET, HEAD";
        return Send(context, StatusCodes.Status405MethodNotAllowed, Plain, WrongMethod);
    }

    public static Task Send(HttpContext context, int status, string type, byte[] body)
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
