using Microsoft.AspNetCore.Http;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Endpoint.Clients;
using SecureEsp.ServerHarness.Updates.Publishing;

namespace SecureEsp.ServerHarness.Updates.Serving;

/// <summary>The standard update URL: a verified device is sent to the bundle that is meant for it, by a URL that opens it for a while.</summary>
/// <param name="presign">Makes the URL, from the method, the Host header's host and the release.</param>
internal sealed class UpdatePage(StoreFolder store, Func<string, string, Release, string> presign)
{
    private const string Prefix = "/update/";

    public Task Answer(HttpContext context, ClientIdentity client)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (client is not { Verified: true, CommonName: { } device })
        {
            return Page.Send(context, StatusCodes.Status401Unauthorized, Page.Plain, "a device's certificate is needed"u8.ToArray());
        }

        if (!Page.IsRead(context))
        {
            return Page.RefuseMethod(context);
        }

        var path = context.Request.Path.Value ?? "";
        var releases = !path.StartsWith(Prefix, StringComparison.Ordinal) ? [] : store.Releases.Where(r => r.Product == path[Prefix.Length..]).ToList();
        if (releases.Count == 0)
        {
            return Page.Send(context, StatusCodes.Status404NotFound, Page.Plain, "no such product"u8.ToArray());
        }

        if (RolloutRules.Choose(releases, device, store.Groups, store.Reports) is not { } release)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        context.Response.Headers.Location = presign(context.Request.Method, context.Request.Host.Host, release);
        return Page.Send(context, StatusCodes.Status302Found, Page.Plain, []);
    }
}
