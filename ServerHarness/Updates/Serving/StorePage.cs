using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Updates.Publishing;
using SecureEsp.ServerHarness.Updates.S3;

namespace SecureEsp.ServerHarness.Updates.Serving;

/// <summary>The store's objects, to whoever has a pre-signed URL: S3's GET and HEAD with its conditions, ranges and refusals.</summary>
internal sealed class StorePage(StoreFolder store, S3Credentials credentials, TimeProvider clock)
{
    public Task Answer(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var refusal = PresignedCheck.Judge(credentials, context.Request.Method, context.Request.Host.Value ?? "", target, clock.GetUtcNow(), out var path);
        if (refusal is not null || store.Find(path) is not { } found || !File.Exists(found.Path))
        {
            return Refuse(context, refusal ?? S3Error.NoObject);
        }

        // One range at a time, as S3: with several the whole is sent.
        if (context.Request.Headers.Range.ToString().Contains(','))
        {
            context.Request.Headers.Remove(HeaderNames.Range);
        }

        return Results.File(found.Path, "application/octet-stream", lastModified: found.Release.PublishedAt,
            entityTag: new EntityTagHeaderValue($"\"{found.Release.ETag}\""), enableRangeProcessing: true).ExecuteAsync(context);
    }

    private static Task Refuse(HttpContext context, S3Error error)
    {
        if (error == S3Error.WrongMethod)
        {
            context.Response.Headers.Allow = "GET, HEAD";
        }

        return Page.Send(context, error.Status, "application/xml", Encoding.UTF8.GetBytes(error.ToXml(context.TraceIdentifier)));
    }
}
