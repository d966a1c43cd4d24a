using Microsoft.AspNetCore.Http;
using SecureEsp.ServerHarness.Tests.MainJob;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>Updates from end to end: a real update server and broker, the firmware, and applications that work or do not.</summary>
public class DeviceUpdateTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    private const string Confirmed = "[SUCCESS] Update to 1.0.0 is confirmed";

    [TimedFact]
    public async Task A_good_update_is_downloaded_tried_and_confirmed()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Bundle = await rig.Bundle("1.0.0");
        rig.PowerUp();
        await rig.Logged("[SUCCESS] Update to 1.0.0 is stored and verified");
        await rig.Logged("Running application: Blink.Application 1.0.0 from slot A, on trial");
        await rig.Logged(Confirmed);
        Assert.All(rig.Server.Requests, r => Assert.Equal("dev-1", r.Shown));
        await rig.Board.Gpio.WaitForAsync(9, high: true, Bench.Limit);
        rig.Reboot();
        await rig.Logged("Running application: Blink.Application 1.0.0 from slot A", exact: true);
    }

    [TimedFact]
    public async Task An_application_that_throws_at_its_start_is_rolled_back_reported_and_never_tried_again()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Bundle = await rig.Bundle("1.0.0");
        rig.PowerUp();
        await rig.Logged(Confirmed);
        rig.Server.Bundle = await rig.Bundle("2.0.0", UpdateRig.Throws("Start", "no luck today"));
        await rig.Publish("/esp/update/run", "");
        await rig.Logged("[SUCCESS] OTA-Update started");
        await rig.Logged("Update to 2.0.0: downloading");
        for (var left = 2; left >= 1; left--)
        {
            await rig.Logged($"the trial failed: 707 start-failed (System.InvalidOperationException: no luck today); trying again, then {left - 1} times more");
        }

        await rig.Logged("[ERROR] Update: 711 rolled-back: the application was given up after its last attempt (707 start-failed (System.InvalidOperationException: no luck today))");
        await rig.Logged("Running application: Blink.Application 1.0.0 from slot A", exact: true);
        await rig.Publish("esp/dev-1/update/run", "");
        await rig.Logged("[ERROR] Update: 401 never-again: ");
    }

    [TimedFact]
    public async Task A_first_update_that_fails_leaves_the_factory_application_and_updates_alive()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Bundle = await rig.Bundle("1.0.0", UpdateRig.Throws(".ctor", "not even made"));
        rig.PowerUp();
        await rig.Logged("711 rolled-back");
        await rig.Logged("Running application: Blink on GPIO 9");
        await rig.Logged("401 never-again");
        rig.Server.Bundle = await rig.Bundle("1.0.1");
        await rig.Publish("/esp/update/run", "");
        await rig.Logged("[SUCCESS] Update to 1.0.1 is confirmed");
    }

    [TimedFact]
    public async Task A_redirect_to_another_server_is_followed_without_the_devices_certificate()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Bundle = await rig.Bundle("1.0.0");
        rig.Redirect(rig.Server.StorePort);
        rig.PowerUp();
        await rig.Logged(Confirmed);
        Assert.All(rig.Server.Requests, r => Assert.Equal(r.Port == rig.Server.Port ? "dev-1" : null, r.Shown));
        Assert.Contains(rig.Server.Requests, r => r.Port == rig.Server.StorePort);
    }

    [TimedFact]
    public async Task An_address_that_has_expired_is_asked_for_again_and_not_for_ever()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        var bundle = rig.Server.Bundle = await rig.Bundle("1.0.0");
        rig.Redirect(rig.Server.StorePort);
        var redirect = rig.Server.Instead!;
        var served = 0;
        rig.Server.Instead = async context =>
        {
            if (context.Connection.LocalPort == rig.Server.Port) return await redirect(context);
            if (served++ % 3 != 2) return false;
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return true;
        };
        rig.PowerUp();
        await rig.Logged("[SUCCESS] Update to 1.0.0 is stored and verified");
        await rig.Logged(Confirmed);
        rig.Server.Instead = async context =>
        {
            if (context.Connection.LocalPort == rig.Server.Port) return await redirect(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return true;
        };
        rig.Server.Bundle = await rig.Bundle("2.0.0");
        await rig.Publish("/esp/update/run", "");
        await rig.Logged("[ERROR] Update: 612 url-expired");
    }

    [TimedTheory]
    [InlineData("http://server.test/x", "607 bad-redirect")]
    [InlineData("/relative", "607 bad-redirect")]
    [InlineData("https://server.test:{own}/again", "606 second-redirect")]
    public async Task A_redirect_that_must_not_be_followed_is_not(string target, string refusal)
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Instead = context =>
        {
            context.Response.Redirect(target.Replace("{own}", $"{rig.Server.Port}", StringComparison.Ordinal));
            return Task.FromResult(true);
        };
        rig.PowerUp();
        await rig.Logged($"[ERROR] Update: {refusal}");
    }

    [TimedTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_cuts_at_every_chunk_or_sends_little_at_a_time_is_read_to_the_end(bool cuts)
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        var bundle = await rig.Bundle("1.0.0");
        rig.Server.Instead = async context =>
        {
            await (cuts ? rig.Server.Send(context, bundle, 4096) : rig.Server.SendPart(context, bundle, 1500));
            return true;
        };
        rig.PowerUp();
        await rig.Logged("[SUCCESS] Update to 1.0.0 is stored and verified");
        Assert.True(rig.Server.Requests.Count >= bundle.Length / 4096);
    }

    [TimedFact]
    public async Task Malicious_mirror_a_changed_chunk_is_not_written_and_the_download_goes_on_where_it_was()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        var good = await rig.Bundle("1.0.0");
        var bad = (byte[])good.Clone();
        bad[^5000] ^= 1;
        rig.Server.Bundle = bad;
        rig.PowerUp();
        await rig.Logged("[ERROR] Update: 615 chunk-digest");
        var stored = rig.Board.Flash.Read(@"I:\slot-a.bundle")!;
        Assert.InRange(stored.Length, 4097, good.Length - 5000);
        Assert.True(good.AsSpan(0, stored.Length).SequenceEqual(stored));
        rig.Server.Bundle = good;
        await rig.Publish("/esp/update/run", "");
        await rig.Logged("Update to 1.0.0: continuing at chunk ");
        await rig.Logged(Confirmed);
    }

    [TimedFact]
    public async Task Nothing_of_a_refused_bundles_payload_is_asked_for()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        using var strangers = await UpdateBench.Create();
        rig.Server.Bundle = await File.ReadAllBytesAsync(await strangers.Signed("9.0.0"));
        rig.PowerUp();
        await rig.Logged("[ERROR] Update: 372 signer-unknown");
        Assert.Equal(2, rig.Server.Requests.Count);
        Assert.Null(rig.Board.Flash.Read(@"I:\slot-a.bundle"));
    }

    [TimedFact]
    public async Task A_damaged_slot_gives_way_to_the_factory_application_and_is_downloaded_again()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Bundle = await rig.Bundle("1.0.0");
        rig.PowerUp();
        await rig.Logged(Confirmed);
        rig.Bench.Device!.PowerOff();
        Damage(rig, 'a');
        rig.Bench.Device.PowerOn();
        await rig.Logged("slot A is not started: 702 slot-digest");
        await rig.Logged("Running application: Blink on GPIO 9");
        await rig.Logged(Confirmed);
    }

    [TimedFact]
    public async Task Two_damaged_slots_give_way_to_the_factory_application_and_updates_go_on()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Bundle = await rig.Bundle("1.0.0");
        rig.PowerUp();
        await rig.Logged(Confirmed);
        rig.Server.Bundle = await rig.Bundle("2.0.0");
        await rig.Publish("/esp/update/run", "");
        await rig.Logged("[SUCCESS] Update to 2.0.0 is confirmed");
        rig.Bench.Device!.PowerOff();
        Damage(rig, 'a');
        Damage(rig, 'b');
        rig.Server.Bundle = await rig.Bundle("3.0.0");
        rig.Bench.Device.PowerOn();
        await rig.Logged("slot B is not started: 702 slot-digest");
        await rig.Logged("slot A is not started: 702 slot-digest");
        await rig.Logged("Running application: Blink on GPIO 9");
        await rig.Logged("[SUCCESS] Update to 3.0.0 is confirmed");
    }

    private static void Damage(UpdateRig rig, char slot)
    {
        var bundle = rig.Board.Flash.Read($@"I:\slot-{slot}.bundle")!;
        bundle[^100] ^= 0x40;
        rig.Board.Flash.Write($@"I:\slot-{slot}.bundle", bundle);
    }

    [TimedFact]
    public async Task The_topics_answer_in_the_words_of_secure_esp_and_what_they_store_survives_a_reboot()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.PowerUp();
        await rig.Logged("[SUCCESS] Update: 601 nothing-offered");
        await rig.Publish("/esp/update/url", $"https://server.test:{rig.Server.Port}/custom");
        await rig.Logged("[SUCCESS] Custom URL is written to storage");
        await rig.Logged("[WARNING] Custom url is not activated");
        await rig.Publish("esp/dev-1/update/use_url", "1");
        await rig.Logged("[SUCCESS] use_url is now set to 1");
        await rig.Publish("/esp/update/interval", "500abc");
        await rig.Logged("[ERROR] interval is not a whole number of seconds");
        await rig.Publish("/esp/restart", "");
        await rig.Logged("[SUCCESS] Restart ESP32...");
        await rig.Logged("ESP32 successfully booted");
        await rig.Logged("601 nothing-offered");
        Assert.Equal("/custom", rig.Server.Requests[^1].Path);
    }
}
