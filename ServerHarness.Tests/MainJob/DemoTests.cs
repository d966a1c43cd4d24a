using SecureEsp.ServerHarness.Browsing;
using SecureEsp.ServerHarness.Demo;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Tests.MainJob;

/// <summary>The demo, as a user runs it.</summary>
public sealed class DemoTests
{
    /// <summary>What must be seen, one after the other.</summary>
    private static readonly string[] s_milestones =
    [
        "-- 1. ",
        "device    | HTTP/1.1 200 OK",
        "device    | <h1 style='color:blue'>Hello There!</h1>",
        "alice     | hears esp/esp32-s3-001/pong hello",
        "shown mutual-TLS 1.3 page and MQTTS exchange in ",
        "-- 2. ",
        "alice     | hears /esp/log secure_esp: Running application: Blink on GPIO 9",
        "led       | GPIO 9: on 1.",
        "update    | publishes Blink 2.0.0: BlinkTwice.dll",
        "alice     | hears /esp/log secure_esp: [SUCCESS] Update to 2.0.0 is stored and verified, restarting to try it",
        "alice     | hears /esp/log secure_esp: Running application: BlinkTwice.Application 2.0.0 from slot A, on trial",
        "alice     | hears /esp/log secure_esp: [SUCCESS] Update to 2.0.0 is confirmed",
        "led       | GPIO 9: on 0.",
        "update    | publishes Blink 3.0.0: BlinkBroken.dll",
        "alice     | hears /esp/log secure_esp: [SUCCESS] Update to 3.0.0 is stored and verified, restarting to try it",
        "alice     | hears /esp/log secure_esp: [ERROR] Update: 711 rolled-back: the application was given up after its last attempt (707 start-failed (System.InvalidOperationException: there is no LED at GPIO 99))",
        "alice     | hears /esp/log secure_esp: Running application: BlinkTwice.Application 2.0.0 from slot A",
        "led       | GPIO 9: on 0.",
        "alice     | hears /esp/log secure_esp: [ERROR] Update: 401 never-again: ",
        "update    | status: Blink 2.0.0: 1 confirmed, 0 rolled back",
        "update    | status: Blink 3.0.0: 0 confirmed, 1 rolled back",
        "shown version 2 confirmed, version 3 rolled back and never tried again in ",
        "-- 3. ",
        "label     | Wi-Fi: ESP_esp32-s3-001",
        "device    | [wifi] WiFi AP: SSID ESP_esp32-s3-001, channel 6",
        "device    | [wifi] WiFi AP IP: 192.168.4.1/255.255.255.0 gw 192.168.4.1",
        "phone     | joins ESP_esp32-s3-001 with a wrong password: WrongPassword",
        "curl      | exit 60: ",
        "device    | [ap] a wrong setup code",
        "browser   | https://192.168.4.1/ trusted: esp32-s3-001",
        "device    | [time] clock set by the page: ",
        "browser   | Trying HomeNet.",
        "device    | [trial] kept: joined HomeNet",
        "device    | [web] handshake failed: client has no certificate",
        "curl      | exit 0: [\"hello.txt\"]",
        "curl      | exit 0: {\"id\":1632114517283,\"src\":\"esp32-s3-001\",\"dst\":\"mos\",\"result\":[\"hello.txt\"]}",
        "shown provisioning by a browser (provisioning.png kept) and an answer to an operator alone in ",
        "done in ",
    ];

    /// <summary>What is seen instead of the last act where there is no browser.</summary>
    private static readonly string[] s_withoutBrowser = ["-- 3. ", "shown NOTHING: ", "done in "];

    [Fact(Timeout = 300_000)]
    public async Task All_acts_are_shown_in_their_order()
    {
        var hasBrowser = Chromium.Missing.Count == 0;
        using var folder = new TemporaryFolder();
        var demo = await Cli.Run("demo", "--folder", folder.File("pki"));
        Assert.True(demo.ExitCode == 0, demo.All);
        Assert.True(!hasBrowser || new FileInfo(folder.File("pki/provisioning.png")).Length > 5000);
        var at = 0;
        foreach (var milestone in hasBrowser ? s_milestones : [.. s_milestones.TakeWhile(m => m != s_withoutBrowser[0]), .. s_withoutBrowser])
        {
            at = demo.Output.IndexOf("\n" + milestone, at == 0 ? 0 : at - 1, StringComparison.Ordinal) + 1;
            Assert.True(at > 0 || demo.Output.StartsWith(milestone, StringComparison.Ordinal), $"not shown, or not here: {milestone}\n{demo.All}");
        }
    }

    [Fact]
    public async Task An_LED_is_watched_from_its_next_rise_on()
    {
        var gpio = new GpioBank();
        var watched = Led.WatchAsync(gpio, 9, 3, Bench.Limit, default);
        gpio.Drive(8, true);
        foreach (var level in new[] { false, true, false, true }) gpio.Drive(9, level);
        var led = await watched;
        Assert.Equal([true, false, true], led.Changes.Select(c => c.High));
        Assert.Matches(@"^on \d+\.\d s, off \d+\.\d s$", led.ToString());
    }

    [Fact]
    public void The_shortest_time_counts_whether_the_LED_is_on_or_off()
    {
        PinChange At(int milliseconds, bool high) => new(9, high, TimeSpan.FromMilliseconds(milliseconds));
        var led = new Led([At(0, true), At(1000, false), At(1100, true), At(1900, false)]);
        Assert.Equal(TimeSpan.FromMilliseconds(100), led.Shortest);
        Assert.Equal("on 1.0 s, off 0.1 s, on 0.8 s", led.ToString());
    }

    [Fact]
    public async Task An_LED_that_stays_dark_is_not_waited_for_any_longer() =>
        await Assert.ThrowsAsync<TimeoutException>(() => Led.WatchAsync(new(), 9, 1, TimeSpan.FromMilliseconds(1), default));
}
