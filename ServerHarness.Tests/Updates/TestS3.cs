using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Updates.S3;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>Somebody else's S3: objects in memory, read and put by pre-signed URLs.</summary>
internal sealed class TestS3 : IAsyncDisposable
{
    public static readonly S3Credentials Credentials = new("AKIATEST", "secret/of+somebody", "eu-central-1");

    private readonly ConcurrentDictionary<string, byte[]> _objects = new();
    private readonly ConcurrentQueue<(string Method, string Path, int Status, string? Shown)> _requests = new();
    private EndpointServer? _server;

    /// <summary>As devices reach it.</summary>
    public Uri Url => new($"https://{PkiFixture.ServerName}:{_server!.HttpsPort}/");

    /// <summary>As a program of this machine reaches it.</summary>
    public Uri LocalUrl => new($"https://localhost:{_server!.HttpsPort}/");

    /// <summary>By their paths, with the bucket.</summary>
    public IReadOnlyDictionary<string, byte[]> Objects => _objects;

    public IReadOnlyList<(string Method, string Path, int Status, string? Shown)> Requests => [.. _requests];

    public static async Task<TestS3> StartAsync(PkiFixture pki)
    {
        var s3 = new TestS3();
        s3._server = await EndpointServer.StartAsync(
            EndpointOptions.For(pki.Pki, PkiFixture.ServerName) with { HttpPort = null, Application = (context, _) => s3.Answer(context) },
            s => s.Answered += r => s3._requests.Enqueue((r.Method, r.Path, r.Status, r.CommonName)));
        return s3;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var refusal = PresignedCheck.Judge(Credentials, context.Request.Method, context.Request.Host.Value ?? "", target, DateTimeOffset.UtcNow, out var path);
        if (refusal == S3Error.WrongMethod && context.Request.Method == "PUT")
        {
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
            using var content = new MemoryStream();
            await context.Request.Body.CopyToAsync(content);
            _objects[path] = content.ToArray();
            return;
        }

        if (refusal is null && !_objects.ContainsKey(path)) refusal = S3Error.NoObject;
        if (refusal is null)
        {
            await Results.Bytes(_objects[path], enableRangeProcessing: true, entityTag: new("\"one\"")).ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = refusal.Status;
        await context.Response.WriteAsync(refusal.ToXml("1"));
    }
}
