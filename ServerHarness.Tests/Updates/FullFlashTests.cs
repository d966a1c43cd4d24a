namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>A flash that takes no more ends a download and nothing else.</summary>
public sealed class FullFlashTests
{
    [TimedTheory]
    [InlineData(8)]
    [InlineData(40)]
    [InlineData(100)]
    public async Task An_update_that_no_longer_fits_is_refused_and_made_once_there_is_room(int freeKilobytes)
    {
        using var bench = await UpdateBench.Create();
        using var device = RunnerDevice.Installed(bench, await File.ReadAllBytesAsync(await bench.Signed("1.0.0")), "1.0.0");

        device.Flash.Write(@"I:\other.bin", new byte[device.Flash.Capacity - device.Flash.Used - (freeKilobytes * 1024) - 8192]);
        var second = await bench.Filled("2.0.0", 200_000);
        var shown = device.Boot(second, int.MaxValue, [], null);
        Assert.Contains("[ERROR] Update: 616 flash: the flash did not take the download", shown);
        Assert.Contains("616 flash", device.Boot(second, int.MaxValue, [], null));
        Assert.Contains("Running application: Blink.Application 1.0.0 from slot A", device.Boot(second, int.MaxValue, [], null));

        device.Flash.Delete(@"I:\other.bin");
        Assert.Contains("Update to 2.0.0 is stored and verified", device.Boot(second, int.MaxValue, [], null));
        Assert.Contains("Update to 2.0.0 is confirmed", device.Boot(second, int.MaxValue, [], null));
    }
}
