using SecureEsp.ServerHarness.Browsing;

namespace SecureEsp.ServerHarness.Tests.Provisioning;

/// <summary>The page in a real Chromium.</summary>
public sealed class BrowserTests
{
    private static TimeSpan Limit => AccessPointBench.Limit;

    [BrowserFact]
    public async Task A_browser_that_does_not_know_the_authority_shows_no_page()
    {
        await using var bench = await AccessPointBench.OpenedAsync();
        await using var browser = await Chromium.StartAsync(new() { HostRules = [$"MAP 192.168.4.1:443 {bench.Page}"] }, default);
        var tab = await browser.OpenPageAsync(default);
        Assert.Equal("net::ERR_CERT_AUTHORITY_INVALID", await tab.NavigateAsync("https://192.168.4.1/", default));
    }

    [BrowserFact]
    public async Task The_page_is_filled_in_and_the_device_is_in_its_network_and_answers_its_operator_alone()
    {
        await using var bench = await AccessPointBench.OpenedAsync();
        await using var browser = await Chromium.StartAsync(
            new() { Authorities = [bench.Pki.Layout.CaChain], HostRules = [$"MAP 192.168.4.1:443 {bench.Page}"] }, default);
        var tab = await browser.OpenPageAsync(default);
        Assert.Null(await tab.NavigateAsync("https://192.168.4.1/", default));

        // A wrong code first: the page comes back and says so.
        await FillIn(tab, "2222-2222");
        await tab.LeaveAsync("document.querySelector('button').click()", default);
        Assert.Equal("the setup code is wrong", await tab.EvaluateAsync("document.querySelector('[role=alert]').textContent", default));

        await FillIn(tab, bench.Label.Secrets.Code);
        var picture = bench.File("page.png");
        await tab.ScreenshotAsync(picture, default);
        Assert.True(new FileInfo(picture).Length > 5000);
        await tab.LeaveAsync("document.querySelector('button').click()", default);
        Assert.StartsWith("Trying HomeNet.", await tab.EvaluateAsync("document.querySelector('#trying').textContent", default));

        // The script has told the time: the policy of the page lets it run, and nothing else.
        await bench.Console.WaitForAsync("[time] clock set by the page: ", Limit);
        await bench.Console.WaitForAsync("[trial] kept: joined HomeNet", Limit);
        var device = await bench.Board.Radio.Ports.WaitForListenerAsync(443, Limit);
        var alice = bench.Pki.Layout.Operator("alice");
        string[] call = ["-sS", "-m", "60", "--cacert", bench.Pki.Layout.CaChain, "--connect-to", $"{AccessPointBench.Name}:443:{device}", $"https://{AccessPointBench.Name}/rpc/FS.List"];
        var refused = await Tool.Run("curl", call);
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Equal("", refused.Output);
        var answered = await Tool.Run("curl", ["--cert", alice.Certificate, "--key", alice.Key, .. call]);
        Assert.DoesNotContain("presence", answered.Output); // where the secrets are
        Assert.True(answered.ExitCode == 0 && answered.Output.StartsWith('['), answered.All);
    }

    private static async Task FillIn(BrowserPage tab, string code)
    {
        await tab.TypeAsync("#code", code, default);
        await tab.TypeAsync("#ssid", "HomeNet", default);
        await tab.TypeAsync("#password", "correct-horse-battery", default);
    }
}
