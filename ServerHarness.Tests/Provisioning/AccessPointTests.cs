using System.Globalization;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Tests.Provisioning;

/// <summary>The device's own network and its page, with curl as the one who has joined. A new device each: cold, at 1970, without a network.</summary>
public sealed class AccessPointTests
{
    private const string HomeNet = "HomeNet", HomePassword = "correct-horse-battery";

    private static TimeSpan Limit => AccessPointBench.Limit;

    [TimedFact]
    public async Task The_page_is_served_under_the_devices_certificate_and_asks_for_the_code()
    {
        await using var bench = await AccessPointBench.OpenedAsync();
        var page = await bench.Curl("-i", "https://192.168.4.1/");
        Assert.True(page.ExitCode == 0, page.All);
        Assert.EndsWith("\n200", page.Output);
        Assert.Contains("name=\"code\"", page.Output);
        Assert.Contains("ontent-Security-Policy: default-src 'none'", page.Output);
        Assert.DoesNotContain(bench.Label.Secrets.Code, page.Output);
        Assert.EndsWith("\n404", (await bench.Curl("https://192.168.4.1/settings")).Output);
        Assert.EndsWith("\n404", (await bench.Curl("https://192.168.4.1/rpc/FS.List")).Output);
        var name = await bench.Curl("--connect-to", $"other.test:443:{bench.Page}", "https://other.test/");
        Assert.Equal(60, name.ExitCode);
    }

    [TimedFact]
    public async Task What_was_entered_is_tried_and_kept_and_the_clock_is_right_without_a_time_server()
    {
        await using var bench = await AccessPointBench.OpenedAsync(b => b.Board.Radio.AccessPoints[0].TimeSource = null);
        Assert.Equal(1970, bench.Board.Clock.UtcNow.Year);
        var answer = await Enter(bench, bench.Label.Secrets.Code, HomePassword);
        Assert.EndsWith("\n200", answer.Output);
        Assert.Contains("Trying <b>HomeNet</b>", answer.Output);
        await bench.Station.Left.WaitAsync(Limit);
        await bench.Console.WaitForAsync("[trial] kept: joined HomeNet, address ", Limit);
        Assert.True((DateTime.UtcNow - bench.Board.Clock.UtcNow).Duration() < TimeSpan.FromMinutes(1), bench.Board.Clock.UtcNow.ToString(CultureInfo.InvariantCulture));
        await bench.Console.WaitForAsync("[boot] trial -> time", Limit);
        Assert.Equal((HomeNet, HomePassword), (bench.Board.Wifi.Station.Ssid, bench.Board.Wifi.Station.Password));
        Assert.Null(bench.Board.Radio.OwnAccessPoint);
        Assert.DoesNotContain(HomePassword, bench.Console.Output);
    }

    [TimedFact]
    public async Task A_password_that_does_not_work_is_not_kept_and_the_page_comes_back_and_tells_why()
    {
        await using var bench = await AccessPointBench.OpenedAsync();
        var from = bench.Console.Position;
        await Enter(bench, bench.Label.Secrets.Code, "wrong-password");
        await bench.Console.WaitForAsync("[trial] given up: HomeNet refused the password", Limit, from);
        from = await bench.Console.WaitForAsync("opening the access point, rebooting", Limit, from);
        await bench.JoinAsync(from);
        Assert.Contains("HomeNet refused the password", (await bench.Curl("https://192.168.4.1/")).Output);
        Assert.Equal("", bench.Board.Wifi.Station.Ssid);

        await Enter(bench, bench.Label.Secrets.Code, HomePassword);
        await bench.Console.WaitForAsync("[trial] kept: joined HomeNet", Limit, from);
    }

    [TimedFact]
    public async Task A_server_that_is_not_there_is_not_kept()
    {
        await using var bench = await AccessPointBench.OpenedAsync();
        await Enter(bench, bench.Label.Secrets.Code, HomePassword, "https=server.test:1");
        var from = await bench.Console.WaitForAsync("[trial] given up: ", Limit);
        await bench.JoinAsync(from);
        Assert.Equal("", bench.Board.Wifi.Station.Ssid);
        Assert.Contains("placeholder=\"server.test:443\"", (await bench.Curl("https://192.168.4.1/")).Output);
    }

    [TimedFact]
    public async Task Without_the_code_nothing_is_taken_and_guesses_end()
    {
        await using var bench = await AccessPointBench.OpenedAsync();
        for (var i = 0; i < 5; i++)
            Assert.EndsWith("\n403", (await Enter(bench, $"2222-222{i}", HomePassword)).Output);
        var right = await Enter(bench, bench.Label.Secrets.Code, HomePassword);
        Assert.EndsWith("\n429", right.Output);
        Assert.Contains("wait ", right.Output);
        Assert.Equal(1970, bench.Board.Clock.UtcNow.Year);
        Assert.NotNull(bench.Board.Radio.OwnAccessPoint);
        Assert.Contains("[ap] a wrong setup code", bench.Console.Output);
    }

    [TimedFact]
    public async Task A_form_of_another_site_is_refused_even_with_the_code()
    {
        await using var bench = await AccessPointBench.OpenedAsync();
        var answer = await bench.Curl("-H", "Origin: https://evil.test", "--data-raw", $"code={bench.Label.Secrets.Code}&ssid={HomeNet}&password={HomePassword}", "https://192.168.4.1/provision");
        Assert.EndsWith("\n403", answer.Output);
        Assert.NotNull(bench.Board.Radio.OwnAccessPoint);
        Assert.DoesNotContain("[ap] a wrong setup code", bench.Console.Output);
    }

    [TimedFact]
    public async Task The_clock_is_never_set_before_the_devices_own_certificate()
    {
        await using var bench = await AccessPointBench.OpenedAsync();
        var answer = await Enter(bench, bench.Label.Secrets.Code, HomePassword, time: DateTimeOffset.UtcNow.AddYears(-1));
        Assert.EndsWith("\n400", answer.Output);
        Assert.Contains("the time is before", answer.Output);
        answer = await Enter(bench, bench.Label.Secrets.Code, HomePassword, time: DateTimeOffset.UtcNow.AddYears(20));
        Assert.Contains("the time is after", answer.Output);
        Assert.Equal(1970, bench.Board.Clock.UtcNow.Year);
    }

    [TimedFact]
    public async Task An_operator_needs_no_code_once_the_clock_can_judge_the_certificate()
    {
        await using var bench = await AccessPointBench.OpenedAsync();
        var alice = bench.Pki.Layout.Operator("alice");
        string[] enter = ["--connect-to", $"192.168.4.1:8443:{bench.Station.Reach(8443)}", "--data-raw", $"ssid={HomeNet}&password={HomePassword}", "https://192.168.4.1:8443/provision"];
        string[] shown = ["--cert", alice.Certificate, "--key", alice.Key];
        Assert.NotEqual(0, (await bench.Curl([.. shown, .. enter])).ExitCode); // 1970: not yet valid
        Assert.NotEqual(0, (await bench.Curl(enter)).ExitCode);
        bench.Board.Clock.Set(DateTime.UtcNow);
        Assert.NotEqual(0, (await bench.Curl(enter)).ExitCode);
        Assert.EndsWith("\n403", (await Enter(bench, "", HomePassword)).Output); // port 443 is for everybody, and wants the code
        Assert.EndsWith("\n200", (await bench.Curl([.. shown, .. enter])).Output);
        await bench.Console.WaitForAsync("[trial] kept: joined HomeNet", Limit);
    }

    [TimedFact]
    public async Task Both_of_its_servers_together_leave_sockets_over_however_many_call()
    {
        await using var bench = await AccessPointBench.OpenedAsync();
        await bench.Console.WaitForAsync("HTTP server started on [8443] (SSL)", Limit);
        bench.Board.Clock.Set(DateTime.UtcNow);
        using var alice = CertificateFile.ReadWithKey(bench.Pki.Layout.Operator("alice").Certificate, bench.Pki.Layout.Operator("alice").Key);
        using var calls = new CallsAtOnce(bench, alice);
        for (var i = 0; i < 4; i++)
        {
            await calls.OpenAsync(443);
            await calls.OpenAsync(8443);
        }

        for (var i = 0; i < 4; i++)
        {
            await calls.KnockAsync(443);
            await calls.KnockAsync(8443);
        }

        Assert.EndsWith("\n200", (await bench.Curl("https://192.168.4.1/")).Output);

        // The address server's, two that listen, and two served and two waiting at each of these.
        Assert.InRange(calls.Most, 3, 11);
        Assert.DoesNotContain("HTTP server stopped", bench.Console.Output);
    }

    [TimedFact]
    public async Task The_console_takes_the_network_meanwhile()
    {
        await using var bench = await AccessPointBench.OpenedAsync();
        bench.Console.Type($"{HomeNet} {HomePassword}\r\n");
        await bench.Console.WaitForAsync("[trial] kept: joined HomeNet", Limit);
        await bench.Console.WaitForAsync("[time] clock set", Limit);
    }

    [TimedFact]
    public async Task A_device_without_a_label_makes_secrets_of_its_own_and_keeps_them()
    {
        await using var bench = new AccessPointBench(isLabelled: false);
        await using var other = new AccessPointBench(isLabelled: false);
        bench.Device.PowerOn();
        other.Device.PowerOn();
        var first = await Secrets(bench, 0);
        Assert.NotEqual(first, await Secrets(other, 0));
        bench.Device.PowerOff();
        var from = bench.Console.Position;
        bench.Device.PowerOn();
        Assert.Equal(first, await Secrets(bench, from));
        Assert.Equal(JoinResult.Joined, bench.Board.Radio.OwnAccessPoint!.Join("ESP_dev-1", first.Split(' ')[0], out _));
    }

    [TimedFact]
    public async Task A_held_button_opens_it_on_a_device_with_a_network()
    {
        await using var bench = new AccessPointBench(settings: ("ap.button", "0"));
        bench.Board.Wifi.Provision(HomeNet, HomePassword);
        bench.Board.Gpio.Drive(0, false);
        bench.Device.PowerOn();
        await bench.Console.WaitForAsync("[ap] the button is held: opening the access point, rebooting", Limit);
        bench.Board.Gpio.Drive(0, null);
        await bench.JoinAsync();
        Assert.Equal(HomeNet, bench.Board.Wifi.Station.Ssid);
    }

    [TimedFact]
    public async Task A_device_without_a_certificate_for_the_page_stays_at_the_console()
    {
        await using var bench = new AccessPointBench(settings: ("http.ssl_cert", ""));
        bench.Device.PowerOn();
        await bench.Console.WaitForAsync("[ap] not opened, there is no page to serve: ", Limit);
        bench.Console.Type($"{HomeNet} {HomePassword}\r\n");
        await bench.Console.WaitForAsync("[wifi] joined HomeNet", Limit);
        Assert.Null(bench.Board.Radio.OwnAccessPoint);
    }

    private static Task<ToolResult> Enter(AccessPointBench bench, string code, string password, string more = "", DateTimeOffset? time = null) => bench.Curl(
        "--data-raw", $"code={code}&ssid={HomeNet}&password={password}&time={(time ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds()}{(more.Length > 0 ? "&" : "")}{more}",
        "https://192.168.4.1/provision");

    // The password and the code.
    private static async Task<string> Secrets(AccessPointBench bench, long from)
    {
        await bench.Console.WaitForAsync("WiFi AP: SSID ESP_dev-1, channel 6", Limit, from);
        await bench.Console.WaitForAsync(", setup code ", Limit, from);
        await bench.Console.WaitForAsync("[ap] join this network", Limit, from);
        var line = bench.Console.Output.Split('\n').Last(l => l.Contains(", setup code ", StringComparison.Ordinal)).Trim();
        return line.Replace("[ap] password ", "").Replace(", setup code", "");
    }
}
