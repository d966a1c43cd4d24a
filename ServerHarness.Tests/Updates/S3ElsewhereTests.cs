using SecureEsp.ServerHarness.Updates.S3;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>Bundles in an S3-compatible service of somebody else, put and read there by URLs that the harness signs.</summary>
public sealed class S3ElsewhereTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    [TimedFact]
    public async Task A_bundle_is_put_into_the_bucket_and_the_device_is_sent_there()
    {
        await using var s3 = await TestS3.StartAsync(pki);
        await using var serve = await ServeRig.StartAsync(pki, new(s3.Url, "firmware", IsHost: false, TestS3.Credentials));
        Assert.Null(serve.Server.StorePort);
        var bundle = await serve.Rig.Bundle("1.0.0");
        await using var publish = Publish(s3, serve, "--s3-region", "eu-central-1");
        await publish.Line(l => l.Contains($"in firmware at {s3.LocalUrl}", StringComparison.Ordinal));
        var release = Assert.Single(serve.Store.Releases);
        Assert.Equal(bundle, s3.Objects[$"/firmware/{release.Object}"]);

        serve.Rig.PowerUp();
        await serve.Rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");
        var reads = s3.Requests.Where(r => r.Method == "GET").ToList();
        Assert.NotEmpty(reads);
        Assert.All(reads, r => Assert.Equal(($"/firmware/{release.Object}", 206, null), (r.Path, r.Status, r.Shown)));
    }

    [TimedFact]
    public async Task What_the_service_refuses_is_not_published_and_its_words_are_told()
    {
        await using var s3 = await TestS3.StartAsync(pki);
        await using var serve = await ServeRig.StartAsync(pki);
        await serve.Rig.Bundle("1.0.0");
        await using var publish = Publish(s3, serve, "--s3-region", "us-west-2");
        await publish.Line(l => l.Contains("did not take Blink/1.0.0-", StringComparison.Ordinal) && l.Contains("<Code>AuthorizationQueryParametersError</Code>", StringComparison.Ordinal));
        Assert.Empty(serve.Store.Releases);
    }

    // "Authenticating Requests: Using Query Parameters (AWS Signature Version 4)" of the Amazon S3 API reference: its bucket is in the host name.
    [Fact]
    public void A_bucket_in_the_host_name_has_the_published_signature()
    {
        var location = new S3Location(new("https://s3.amazonaws.com"), "examplebucket", IsHost: true, new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1"));
        var url = location.Presign("GET", "test.txt", TimeSpan.FromSeconds(86400), new(2013, 5, 24, 0, 0, 0, TimeSpan.Zero));
        Assert.StartsWith("https://examplebucket.s3.amazonaws.com/test.txt?", url);
        Assert.EndsWith("X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404", url);
    }

    [Theory]
    [InlineData("https://s3.example.com", false, "https://s3.example.com/updates/Blink/a%20b?")]
    [InlineData("https://s3.example.com:9000/", false, "https://s3.example.com:9000/updates/Blink/a%20b?")]
    [InlineData("https://example.com/storage%20one/", false, "https://example.com/storage%20one/updates/Blink/a%20b?")]
    [InlineData("https://example.com/storage", true, "https://updates.example.com/storage/Blink/a%20b?")]
    public void An_object_is_where_the_service_has_it(string endpoint, bool isHost, string begins) =>
        Assert.StartsWith(begins, new S3Location(new(endpoint), "updates", isHost, TestS3.Credentials).Presign("GET", "Blink/a b", TimeSpan.FromMinutes(1), DateTimeOffset.UtcNow));

    // As a process, which trusts the service by SSL_CERT_FILE and has credentials in its environment, as a user's would.
    private Tool Publish(TestS3 s3, ServeRig serve, params string[] more)
    {
        var environment = new Dictionary<string, string?>
        {
            ["AWS_ACCESS_KEY_ID"] = TestS3.Credentials.AccessKey, ["AWS_SECRET_ACCESS_KEY"] = TestS3.Credentials.SecretKey, ["SSL_CERT_FILE"] = pki.Pki.Layout.CaChain,
        };
        var keys = serve.Rig.Keys;
        return Tool.Start("dotnet", keys.File("."), environment, [
            Cli.Assembly, "update", "publish", keys.File("1.0.0.bundle"), "--store", serve.Store.Folder, "--folder", keys.File("pki"),
            "--s3-endpoint", s3.LocalUrl.ToString(), "--s3-bucket", "firmware", .. more,
        ]);
    }
}
