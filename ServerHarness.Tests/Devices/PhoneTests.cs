using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Devices;

/// <summary><c>device run --phone</c>.</summary>
public sealed class PhoneTests
{
    [TimedFact]
    public async Task A_device_that_knows_no_network_is_reached_in_its_own()
    {
        using var folder = new TemporaryFolder();
        var pki = PkiFolder.OpenOrCreate(folder.File("pki"));
        pki.IssueServer("esp.test", "192.168.4.1");
        pki.IssueDevice("dev-1");
        await using var run = Cli.Start(folder.Path, "device", "run", "--folder", pki.Layout.Folder, "--id", "dev-1", "--web", "esp.test", "--setting", "ap.after=0", "--phone");
        var line = await run.Line(l => l.Contains("phone: joined ESP_dev-1; https://192.168.4.1/ is 127.0.0.1:", StringComparison.Ordinal));
        var there = line[line.IndexOf("--connect-to ", StringComparison.Ordinal)..].Split(' ')[1].Trim();
        var page = await Tool.Run("curl", "-sS", "--max-time", "30", "--cacert", pki.Layout.CaChain, "--connect-to", there, "https://192.168.4.1/");
        Assert.True(page.ExitCode == 0, page.All);
        Assert.Contains("Setup code", page.Output);
        await run.Signal("TERM");
        Assert.Equal(0, (await run.End()).ExitCode);
    }
}
