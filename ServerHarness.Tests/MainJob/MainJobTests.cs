using System.Net;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.ServerHarness.Tests.MainJob;

/// <summary>From a cold board to a mutual-TLS page and a broker session.</summary>
public class MainJobTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    private const string Booted = "/esp/log secure_esp: ESP32 successfully booted and connected (^_^)";

    [TimedFact]
    public async Task A_cold_device_gets_the_page_over_mutual_TLS_and_prints_it_whole()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile());
        var status = await bench.Console.WaitForAsync("HTTP/1.1 200 OK\r\n", Bench.Limit);
        await bench.Console.WaitForAsync("<h1 style='color:blue'>Hello There!</h1>", Bench.Limit, status);
        foreach (var header in new[] { "Content-Type: text/html; charset=utf-8", "Content-Length: 40", "X-Frame-Options: DENY", "X-Content-Type-Options: nosniff", "X-XSS-Protection: 1; mode=block" })
            Assert.Contains(header, bench.Console.Output);
        var served = Assert.Single(bench.Requests, r => r.Status == 200);
        Assert.Equal("dev-1", served.CommonName);
        Assert.Equal("TLSv1.3", served.Tls);
    }

    [TimedFact]
    public async Task The_probe_verifies_the_server_and_shows_no_certificate()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile());
        await bench.Console.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit);
        var probe = bench.Requests[0];
        Assert.Equal(401, probe.Status);
        Assert.Null(probe.CommonName);
        Assert.Contains("[probe] server verified", bench.Console.Output);
    }

    [TimedFact]
    public async Task The_device_logs_answers_and_has_a_will_at_the_broker()
    {
        await using var bench = await Bench.StartAsync(pki);
        var client = bench.OperatorClient();
        await using var heard = await client.SubscribeAsync(["/esp/log", "esp/dev-1/#"]);
        await bench.PowerUpAndJoin(bench.Profile());
        await heard.WaitForAsync(Booted, Bench.Limit);
        await heard.WaitForAsync(m => m.StartsWith("/esp/log secure_esp: Running firmware version: ", StringComparison.Ordinal), "the version", Bench.Limit);
        await heard.WaitForAsync(Booted.Replace("/esp/log", "esp/dev-1/log", StringComparison.Ordinal), Bench.Limit);
        await heard.WaitForAsync("esp/dev-1/status online", Bench.Limit);
        await client.PublishAsync("esp/dev-1/ping", "are you there?");
        await heard.WaitForAsync("esp/dev-1/pong are you there?", Bench.Limit);
        bench.Device!.PowerOff();
        await heard.WaitForAsync("esp/dev-1/status offline", Bench.Limit);
    }

    [TimedFact]
    public async Task A_TLS_failure_before_the_session_reaches_the_log_topic_with_name_meaning_and_remedy()
    {
        await using var bench = await Bench.StartAsync(pki);
        await using var heard = await bench.OperatorClient().SubscribeAsync(["/esp/log"]);
        var profile = bench.Profile();
        await bench.PowerUpAndJoin(profile.With(("https.host", "other.test")));
        var line = await bench.Console.WaitForAsync("[https] failed: ", Bench.Limit);
        await bench.Console.WaitForAsync("\r\n", Bench.Limit, line);
        var failure = bench.Lines.First(l => l.StartsWith("[https] failed: ", StringComparison.Ordinal))["[https] ".Length..];
        Assert.Contains("[BADCERT_CN_MISMATCH (0x4)]. ", failure);
        await heard.WaitForAsync($"/esp/log secure_esp: https {failure}", Bench.Limit);
    }

    [TimedFact]
    public async Task The_hosted_application_blinks_at_GPIO_9()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile());
        var gpio = bench.Device!.Board.Gpio;
        var first = await gpio.WaitForAsync(9, high: true, Bench.Limit);
        var second = await gpio.WaitForAsync(9, high: false, Bench.Limit);
        Assert.InRange((second.At - first.At).TotalSeconds, 0.5, 30);
    }

    [TimedFact]
    public async Task The_network_typed_once_is_known_at_the_next_boot()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile());
        await bench.Console.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit);
        bench.Device!.PowerOff();
        var cut = bench.Console.Position;
        bench.Device.PowerOn();
        await bench.Console.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit, cut);
        Assert.DoesNotContain("{SSID} {PWD}", bench.Console.Output[(int)cut..]);
    }

    [TimedFact]
    public async Task The_settings_outlive_the_file_they_came_with()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile());
        Assert.Contains(@"[settings] stored as record 1 in I:\settings-a.bin", bench.Console.Output);
        await bench.Console.WaitForAsync("[wifi] stored for the next boot", Bench.Limit);
        bench.Device!.PowerOff();
        Assert.True(bench.Device.Board.Flash.Delete(@"I:\settings.txt"));
        var cut = bench.Console.Position;
        bench.Device.PowerOn();
        await bench.Console.WaitForAsync(@"no I:\settings.txt, those of record 1 in I:\settings-a.bin are used", Bench.Limit, cut);
        await bench.Console.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit, cut);
    }

    [TimedFact]
    public async Task A_key_pressed_soon_after_boot_asks_for_another_network_whose_name_may_have_spaces()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile());
        var other = new AccessPoint("my other net", "other password") { TimeSource = () => DateTime.UtcNow };
        other.Hosts[PkiFixture.ServerName] = IPAddress.Loopback;
        bench.Device!.Board.Radio.Add(other);
        await bench.Console.WaitForAsync("[wifi] stored for the next boot", Bench.Limit);
        bench.Device.PowerOff();
        var cut = bench.Console.Position;
        bench.Device.PowerOn();
        await bench.Console.WaitForAsync("press a key within 3 s", Bench.Limit, cut);
        bench.Console.Type("\r\n");
        await bench.Console.WaitForAsync("a key was pressed", Bench.Limit, cut);
        var asked = await bench.Console.WaitForAsync("{SSID} {PWD}", Bench.Limit, cut);
        bench.Console.Type("\"my other net\" other password\r\n");
        var joined = await bench.Console.WaitForAsync("[wifi] joined my other net", Bench.Limit, asked);
        await bench.Console.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit, joined);
        await bench.Console.WaitForAsync("[boot] mqtt -> run", Bench.Limit, joined);
        Assert.DoesNotContain("other password", bench.Console.Output);
        Assert.DoesNotContain("not accepted", bench.Console.Output);
    }

    [TimedFact]
    public async Task The_password_is_never_shown()
    {
        await using var bench = await Bench.StartAsync(pki);
        var profile = bench.Profile();
        var client = bench.OperatorClient();
        await using var heard = await client.SubscribeAsync(["#"]);
        var log = new List<string>();
        heard.Received += log.Add;
        await bench.PowerUpAndJoin(profile);
        await heard.WaitForAsync(Booted, Bench.Limit);
        Assert.DoesNotContain(profile.Password, bench.Console.Output);
        Assert.DoesNotContain(log, line => line.Contains(profile.Password));
    }

    [TimedFact]
    public async Task The_console_answers_while_the_device_runs_and_the_session_stands()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile());
        await bench.Console.WaitForAsync("[run] ready", Bench.Limit);
        bench.Console.Type("info\r\n");
        await bench.Console.WaitForAsync("[info] free heap ", Bench.Limit);
        var client = bench.OperatorClient();
        await using var heard = await client.SubscribeAsync(["esp/dev-1/pong"]);
        await client.PublishAsync("esp/dev-1/ping", "still there?");
        await heard.WaitForAsync("esp/dev-1/pong still there?", Bench.Limit);
    }

    [TimedFact]
    public async Task A_session_comes_back_by_itself_after_the_broker_was_away()
    {
        await using var bench = await Bench.StartAsync(pki);
        await using (var before = await bench.OperatorClient().SubscribeAsync(["esp/dev-1/status"]))
        {
            await bench.PowerUpAndJoin(bench.Profile());
            await before.WaitForAsync("esp/dev-1/status online", Bench.Limit);
        }
        await bench.Broker.StopAsync();
        await bench.Console.WaitForAsync("[mqtt] connection lost", Bench.Limit);
        await bench.Broker.StartAgainAsync();
        var client = bench.OperatorClient();
        await using var heard = await client.SubscribeAsync(["esp/dev-1/#"]);
        await heard.WaitForAsync("esp/dev-1/status online", Bench.Limit);
        await client.PublishAsync("esp/dev-1/ping", "back?");
        await heard.WaitForAsync("esp/dev-1/pong back?", Bench.Limit);
        Assert.Equal(1, bench.Device!.Boots);
    }

    [TimedFact]
    public async Task A_reset_ends_the_session_without_a_thread_left_behind()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile());
        var stuck = 0;
        bench.Device!.Happened += e => stuck += e.Kind == DeviceEventKind.ThreadsStuck ? 1 : 0;
        await bench.Console.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit);
        var mark = bench.Console.Position;
        bench.Device.Reset();
        await bench.Console.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit, mark);
        bench.Device.PowerOff();
        Assert.Equal(0, stuck);
    }
}
