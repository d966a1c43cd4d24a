namespace SecureEsp.ServerHarness.Tests.Devices;

/// <summary><c>device run</c> as a process.</summary>
public class DeviceRunTests
{
    [TimedFact]
    public async Task What_is_typed_reaches_the_device_and_its_flash_is_kept_from_run_to_run()
    {
        using var folder = new TemporaryFolder();
        var flash = folder.File("board.flash");
        await using (var first = Cli.Start(folder.Path, "device", "run", "--no-time", "--flash", flash))
        {
            await first.Line(l => l.Contains("{SSID} {PWD}"));
            await first.Type("HomeNet correct-horse-battery");
            await first.Line(l => l.Contains("[wifi] stored for the next boot"));
            await first.Signal("TERM");
            Assert.Equal(0, (await first.End()).ExitCode);
        }

        await using var second = Cli.Start(folder.Path, "device", "run", "--no-time", "--flash", flash);
        await second.Line(l => l.Contains("[wifi] joined HomeNet"));
        await second.Signal("TERM");
        var result = await second.End();
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("{SSID} {PWD}", result.All);
    }

    [TimedTheory]
    [InlineData(1, "is no flash image", "--flash", "NOTES")]
    [InlineData(3, "there is no firmware at", "--app", "gone.dll")]
    [InlineData(1, "is no .NET assembly", "--app", "NOTES")]
    [InlineData(3, "there is no PKI in", "--id", "esp32")]
    [InlineData(2, "is not of the form KEY=VALUE", "--setting", "key")]
    [InlineData(2, "is not an IP address", "--host", "name=nowhere")]
    [InlineData(2, "is no loopback address such as 127.0.0.5", "--address", "192.168.1.7")]
    [InlineData(2, "unknown option '--flsh'", "--flsh", "x")]
    public async Task Bad_input_gets_a_reason_a_remedy_and_an_exit_code_and_loses_nothing(int exitCode, string reason, string option, string value)
    {
        using var folder = new TemporaryFolder();
        var notes = folder.File("notes.txt");
        await File.WriteAllTextAsync(notes, "my notes");
        var result = await Cli.Run("device", "run", option, value.Replace("NOTES", notes));
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(reason, result.All);
        Assert.Contains("hint: ", result.All);
        Assert.Equal("my notes", await File.ReadAllTextAsync(notes));
    }
}
