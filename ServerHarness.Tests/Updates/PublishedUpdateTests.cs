using System.Net;
using SecureEsp.ServerHarness.Updates.Publishing;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>From <c>update publish</c> to a confirmed application, by the product's own update server: real TLS, real pre-signed URLs, real reports.</summary>
public sealed class PublishedUpdateTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    private const string Offer = "/update/Blink";

    [TimedFact]
    public async Task A_published_bundle_comes_by_a_pre_signed_URL_is_confirmed_and_status_tells_so()
    {
        await using var serve = await ServeRig.StartAsync(pki);
        var release = await serve.Publish("1.0.0");
        serve.Rig.PowerUp();
        await serve.Rig.Logged("[SUCCESS] Update to 1.0.0 is stored and verified");
        await serve.Rig.Logged("Running application: Blink.Application 1.0.0 from slot A, on trial");
        await serve.Rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");

        var first = serve.Requests[0];
        Assert.Equal((Offer, 302, "dev-1"), (first.Path, first.Status, first.CommonName));
        var reads = serve.Requests.Where(r => r.Path != Offer).ToList();
        Assert.All(reads, r => Assert.Equal(($"/updates/{release.Object}", 206, null), (r.Path, r.Status, r.CommonName)));

        await serve.Reported(r => r.Confirmed == "1.0.0");
        var status = await serve.Status();
        Assert.Contains("offered Blink 1.0.0: 1 confirmed, 0 rolled back; all, 100 %", status);
        Assert.Contains("dev-1: Blink.Application 1.0.0 from slot A, on trial", status);
    }

    [TimedFact]
    public async Task An_expired_pre_signed_URL_is_refused_with_403_and_a_new_one_is_fetched()
    {
        await using var serve = await ServeRig.StartAsync(pki);
        await serve.Publish("1.0.0");

        // The first read of the bundle uses up the URL's time.
        serve.Answered = r => serve.Clock.Ahead = r is { Status: 206 } ? TimeSpan.FromMinutes(6) : serve.Clock.Ahead;
        serve.Rig.PowerUp();
        await serve.Rig.Logged("[SUCCESS] Update to 1.0.0 is stored and verified");
        Assert.Equal([302, 206, 403, 302, 206, 206], serve.Requests.Take(6).Select(r => r.Status));
        await serve.Rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");
    }

    [TimedFact]
    public async Task A_release_stops_after_enough_devices_have_rolled_it_back()
    {
        await using var serve = await ServeRig.StartAsync(pki);
        await serve.Publish("1.0.0");
        serve.Rig.PowerUp();
        await serve.Rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");
        await serve.Publish("2.0.0", UpdateRig.Throws("Start", "no luck"), 20_000, "--stop-after", "1");
        Assert.Contains("/2.0.0-", await Offered(pki, serve, "dev-2"));

        await serve.Rig.Publish("/esp/update/run", "");
        await serve.Rig.Logged("[ERROR] Update: 711 rolled-back: ");
        await serve.Reported(r => r.RolledBack.Contains("2.0.0"));
        Assert.Contains("stopped Blink 2.0.0: 0 confirmed, 1 rolled back; all, 100 %, stops after 1", await serve.Status());
        Assert.Contains("/1.0.0-", await Offered(pki, serve, "dev-2"));
        await serve.Rig.Logged("Running application: Blink.Application 1.0.0 from slot A", exact: true);
        await serve.Rig.Publish("/esp/update/run", "");
        await serve.Rig.Logged("[SUCCESS] Update: 400 up-to-date");
    }

    [TimedFact]
    public async Task A_release_for_a_group_comes_to_its_devices_alone()
    {
        await using var serve = await ServeRig.StartAsync(pki);
        serve.Group("{\"kitchen\": [\"dev-2\"]}");
        await serve.Publish("1.0.0", more: ["--group", "kitchen"]);
        serve.Rig.PowerUp();
        await serve.Rig.Logged("[SUCCESS] Update: 601 nothing-offered");
        Assert.Equal((204, "dev-1"), (serve.Requests.Single().Status, serve.Requests.Single().CommonName));
        serve.Group("{\"kitchen\": [\"dev-2\", \"dev-1\"]}");
        await serve.Rig.Publish("/esp/update/run", "");
        await serve.Rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");
    }

    [TimedFact]
    public async Task A_release_for_a_percentage_comes_to_a_device_once_that_includes_it()
    {
        await using var serve = await ServeRig.StartAsync(pki);
        await serve.Rig.Bundle("1.0.0");
        var release = await serve.PublishAgain("1.0.0", "--percentage", "1");
        var share = Enumerable.Range(1, 100).First(p => new Rollout([], p).IsChosen(release.Digest, "dev-1"));
        if (share > 1) await serve.PublishAgain("1.0.0", "--percentage", $"{share - 1}");
        else await serve.PublishAgain("1.0.0", "--group", Elsewhere(serve));
        serve.Rig.PowerUp();
        await serve.Rig.Logged("[SUCCESS] Update: 601 nothing-offered");
        await serve.PublishAgain("1.0.0", "--percentage", $"{share}");
        await serve.Rig.Publish("/esp/update/run", "");
        await serve.Rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");
    }

    [TimedFact]
    public async Task The_firmware_on_a_device_takes_a_manifest_that_openssl_has_signed_and_openssl_one_that_the_harness_has()
    {
        await using var serve = await ServeRig.StartAsync(pki);
        var keys = serve.Rig.Keys;
        var bundle = await keys.Built("1.0.0");
        Assert.Equal(0, (await Cli.Run("update", "inspect", bundle, "--extract", keys.File("parts"))).ExitCode);
        var manifest = keys.File("parts", "manifest.cbor");
        var made = await Tool.Run("openssl", "dgst", "-sha256", "-sign", keys.SigningKey, "-out", keys.File("made.sig"), manifest);
        Assert.True(made.ExitCode == 0, made.All);
        Assert.Equal(0, (await keys.Update("sign", bundle, "--signature", keys.File("made.sig"), "--public-key", keys.PublicKey)).ExitCode);
        await serve.PublishAgain("1.0.0");
        serve.Rig.PowerUp();
        await serve.Rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");

        Assert.Equal(0, (await keys.Update("sign", manifest, "--detached")).ExitCode);
        var verified = await Tool.Run("openssl", "dgst", "-sha256", "-verify", keys.PublicKey, "-signature", manifest + ".sig", manifest);
        Assert.Equal((0, "Verified OK"), (verified.ExitCode, verified.Output.Trim()));
    }

    // A device that every percentage includes is kept out by a group.
    private static string Elsewhere(ServeRig serve)
    {
        serve.Group("{\"elsewhere\": []}");
        return "elsewhere";
    }

    private static async Task<string> Offered(PkiFixture pki, ServeRig serve, string device)
    {
        var answer = await TlsClient.Request(serve.Server.Port, pki.Root, pki.Pki.Layout.Device(device), $"GET {Offer}");
        Assert.Equal((int)HttpStatusCode.Found, answer.Status);
        return answer.Headers["Location"];
    }
}
