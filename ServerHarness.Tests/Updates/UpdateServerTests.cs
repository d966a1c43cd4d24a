using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Updates.Publishing;
using SecureEsp.ServerHarness.Updates.Serving;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>The update URL under mutual TLS, and the store behind it as S3 would be.</summary>
public sealed class UpdateServerTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private static readonly byte[] s_content = [.. Enumerable.Range(0, 10_000).Select(i => (byte)('a' + i % 26))];

    [TimedFact]
    public async Task A_device_is_sent_to_its_bundle()
    {
        using var folder = new TemporaryFolder();
        await using var server = await Start(folder);
        var (host, target) = await Offered(server);
        Assert.Equal($"{PkiFixture.ServerName}:{server.StorePort}", host);

        var answer = await Get(server, target);
        Assert.Equal((200, Text(0, 10_000)), (answer.Status, answer.Body));
        Assert.Equal("\"etag-of-1.0.0\"", answer.Headers["ETag"]);
        Assert.Equal("bytes", answer.Headers["Accept-Ranges"]);
    }

    [TimedTheory]
    [InlineData("another CA of the same names")]
    [InlineData("expired")]
    [InlineData("self-signed")]
    [InlineData(null)]
    public async Task Without_a_good_certificate_there_is_no_URL(string? what)
    {
        using var folder = new TemporaryFolder();
        await using var server = await Start(folder);
        var answer = await TlsClient.Request(server.Port, fixture.Root, what is null ? null : fixture.Shown(what), "GET /update/Blink");
        Assert.Equal(401, answer.Status);
        Assert.False(answer.Headers.ContainsKey("Location"));
    }

    [TimedTheory]
    [InlineData("GET /update/Blonk", 404)]
    [InlineData("GET /update/", 404)]
    [InlineData("GET /", 404)]
    [InlineData("GET /update/Blink/../Blink", 302)]
    [InlineData("POST /update/Blink", 405)]
    public async Task Other_paths_and_methods_lead_nowhere(string request, int status)
    {
        using var folder = new TemporaryFolder();
        await using var server = await Start(folder);
        Assert.Equal(status, (await TlsClient.Request(server.Port, fixture.Root, fixture.Device, request)).Status);
    }

    [TimedFact]
    public async Task A_device_of_another_group_gets_204()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("groups.json"), "{\"kitchen\": [\"dev-2\"]}");
        await using var server = await Start(folder, new Rollout(["kitchen"]));
        Assert.Equal(204, (await TlsClient.Request(server.Port, fixture.Root, fixture.Device, "GET /update/Blink")).Status);
        Assert.Equal(302, (await TlsClient.Request(server.Port, fixture.Root, fixture.Pki.Layout.Device("dev-2"), "GET /update/Blink")).Status);
    }

    [TimedTheory]
    [InlineData("bytes=0-23", 206, 0, 24)]
    [InlineData("bytes=9000-", 206, 9000, 10_000)]
    [InlineData("bytes=-10", 206, 9990, 10_000)]
    [InlineData("bytes=9999-20000", 206, 9999, 10_000)]
    [InlineData("bytes=0-1,5-6", 200, 0, 10_000)]
    [InlineData("bytes=10000-", 416, 0, 0)]
    public async Task Ranges_are_answered_as_S3_answers_them(string range, int status, int from, int to)
    {
        using var folder = new TemporaryFolder();
        await using var server = await Start(folder);
        var answer = await Get(server, (await Offered(server)).Target, $"Range: {range}");
        Assert.Equal((status, Text(from, to)), (answer.Status, answer.Body));
        if (status != 200) Assert.Equal(status == 206 ? $"bytes {from}-{to - 1}/10000" : "bytes */10000", answer.Headers["Content-Range"]);
    }

    [TimedTheory]
    [InlineData("If-None-Match: \"etag-of-1.0.0\"", 304)]
    [InlineData("If-None-Match: \"another\"", 200)]
    [InlineData("If-Match: \"another\"", 412)]
    [InlineData("If-Match: \"etag-of-1.0.0\"", 200)]
    [InlineData("Range: bytes=0-1\r\nIf-Range: \"etag-of-1.0.0\"", 206)]
    [InlineData("Range: bytes=0-1\r\nIf-Range: \"another\"", 200)]
    public async Task Conditions_are_kept(string header, int status)
    {
        using var folder = new TemporaryFolder();
        await using var server = await Start(folder);
        Assert.Equal(status, (await Get(server, (await Offered(server)).Target, header)).Status);
    }

    [TimedFact]
    public async Task HEAD_is_signed_for_itself_and_has_no_body()
    {
        using var folder = new TemporaryFolder();
        await using var server = await Start(folder);
        var get = (await Offered(server)).Target;
        Assert.Equal(403, (await Get(server, get, method: "HEAD")).Status);
        var answer = await Get(server, (await Offered(server, "HEAD")).Target, method: "HEAD");
        Assert.Equal((200, "10000", ""), (answer.Status, answer.Headers["Content-Length"], answer.Body));
    }

    [TimedFact]
    public async Task An_expired_URL_is_refused_in_S3s_words_and_a_new_one_opens()
    {
        using var folder = new TemporaryFolder();
        var clock = new MovedClock();
        await using var server = await Start(folder, clock: clock);
        var target = (await Offered(server)).Target;
        Assert.Equal(200, (await Get(server, target)).Status);

        clock.Ahead = TimeSpan.FromMinutes(6);
        var answer = await Get(server, target);
        Assert.Equal((403, "application/xml"), (answer.Status, answer.Headers["Content-Type"]));
        Assert.Contains("<Code>AccessDenied</Code><Message>Request has expired</Message><X-Amz-Expires>300</X-Amz-Expires>", answer.Body);
        Assert.Equal(200, (await Get(server, (await Offered(server)).Target)).Status);
    }

    [TimedTheory]
    [InlineData("another object", 403, "SignatureDoesNotMatch")]
    [InlineData("another host", 403, "SignatureDoesNotMatch")]
    [InlineData("another method", 403, "SignatureDoesNotMatch")]
    [InlineData("no signature", 403, "AccessDenied")]
    public async Task A_URL_that_was_changed_is_refused_in_S3s_words(string what, int status, string code)
    {
        using var folder = new TemporaryFolder();
        await using var server = await Start(folder);
        var target = (await Offered(server)).Target;
        var answer = what switch
        {
            "another object" => await Get(server, target.Replace("/updates/", "/updates/../")),
            "another host" => await Get(server, target, host: "elsewhere.test"),
            "another method" => await Get(server, target, method: "DELETE"),
            _ => await Get(server, target[..target.IndexOf('?')]),
        };
        Assert.Equal(status, answer.Status);
        Assert.Contains($"<Code>{code}</Code>", answer.Body);
    }

    [TimedFact]
    public async Task A_withdrawn_object_stays_open_only_as_long_as_its_URL_and_a_deleted_one_is_NoSuchKey()
    {
        using var folder = new TemporaryFolder();
        await using var server = await Start(folder);
        var target = (await Offered(server)).Target;
        var store = new StoreFolder(folder.Path);
        store.Replace(store.Releases[0] with { Withdrawn = true });
        Assert.Equal(204, (await TlsClient.Request(server.Port, fixture.Root, fixture.Device, "GET /update/Blink")).Status);
        Assert.Equal(200, (await Get(server, target)).Status);
        File.Delete(folder.File("objects", "Blink", "1.0.0"));
        Assert.Contains("<Code>NoSuchKey</Code>", (await Get(server, target)).Body);
    }

    [TimedTheory]
    [InlineData("/secure_esp.bin", 200)]
    [InlineData("/.hidden", 404)]
    [InlineData("/link", 404)]
    [InlineData("/below/file", 404)]
    [InlineData("/%2e%2e/releases.json", 404)]
    [InlineData("/..%2freleases.json", 404)]
    [InlineData("/", 404)]
    public async Task The_plain_folder_shows_its_files_and_nothing_else(string path, int status)
    {
        using var folder = new TemporaryFolder();
        var www = Directory.CreateDirectory(folder.File("www"));
        foreach (var name in new[] { "www/secure_esp.bin", "www/.hidden", "www/below/file" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
            await File.WriteAllTextAsync(folder.File(name), "content");
        }

        File.CreateSymbolicLink(Path.Combine(www.FullName, "link"), folder.File("releases.json"));
        await using var server = await Start(folder, www: www.FullName);
        var answer = await TlsClient.Request(server.FolderPort!.Value, fixture.Root, null, $"GET {path}");
        Assert.Equal(status, answer.Status);
        if (status == 200) Assert.Equal("content", answer.Body);
    }

    private static string Text(int from, int to) => System.Text.Encoding.ASCII.GetString(s_content[from..to]);

    private Task<UpdateServer> Start(TemporaryFolder folder, Rollout? rollout = null, TimeProvider? clock = null, string? www = null)
    {
        new StoreFolder(folder.Path).Publish(new("Blink", "1.0.0", 1, "Blink/1.0.0", "digest", "etag-of-1.0.0", s_content.Length, DateTimeOffset.UtcNow, rollout ?? new([])), s_content);
        var endpoint = EndpointOptions.For(fixture.Pki, PkiFixture.ServerName);
        return UpdateServer.StartAsync(new() { Endpoint = clock is null ? endpoint : endpoint with { Clock = clock }, Store = folder.Path, Folder = www }, _ => { });
    }

    private async Task<(string Host, string Target)> Offered(UpdateServer server, string method = "GET")
    {
        var answer = await TlsClient.Request(server.Port, fixture.Root, fixture.Device, $"{method} /update/Blink");
        Assert.Equal((302, "no-store"), (answer.Status, answer.Headers["Cache-Control"]));
        var url = new Uri(answer.Headers["Location"]);
        Assert.Equal("https", url.Scheme);
        return (url.Authority, url.PathAndQuery);
    }

    private async Task<HttpAnswer> Get(UpdateServer server, string target, string? header = null, string method = "GET", string? host = null)
    {
        await using var client = await TlsClient.Connect(server.StorePort!.Value, fixture.Root);
        await client.Send($"{method} {target} HTTP/1.1\r\nHost: {host ?? $"{PkiFixture.ServerName}:{server.StorePort}"}\r\n{(header is null ? "" : header + "\r\n")}Connection: close\r\n\r\n");
        return HttpAnswer.Parse(await client.ReadToEnd());
    }
}
