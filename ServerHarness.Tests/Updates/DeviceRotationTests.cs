namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>Keys change on a device that is in the field, and one that was stolen signs nothing for it any more.</summary>
public sealed class DeviceRotationTests
{
    [TimedFact]
    public async Task Key_compromise_a_device_follows_to_new_keys_and_refuses_the_old_one_from_then_on()
    {
        using var bench = await UpdateBench.Create();
        using var second = await UpdateBench.Create();
        using var device = await Installed(bench);
        var stolen = await bench.Signed("3.0.0");
        await bench.RotateTo(second);
        var shown = device.Boot(await bench.SignedBy(second, "2.0.0"), int.MaxValue, [], null);
        Assert.Contains("Update keys of version 2 are in force", shown);
        Assert.Contains("Update to 2.0.0 is stored and verified", shown);
        Assert.Contains("Update to 2.0.0 is confirmed", device.Boot(await File.ReadAllBytesAsync(stolen), int.MaxValue, [], null));
        Refuses(device, await File.ReadAllBytesAsync(stolen), "2.0.0");
    }

    [TimedFact]
    public async Task Key_compromise_new_keys_arrive_with_an_offer_that_is_refused_and_what_the_old_ones_installed_still_starts()
    {
        using var bench = await UpdateBench.Create();
        using var second = await UpdateBench.Create();
        using var device = await Installed(bench);
        var stolen = await File.ReadAllBytesAsync(await bench.Signed("3.0.0"));
        await bench.RotateTo(second);
        var shown = device.Boot(await bench.SignedBy(second, "0.9.0"), int.MaxValue, [], null);
        Assert.Contains("Update keys of version 2 are in force", shown);
        Assert.Contains("407 not-newer", shown);
        Refuses(device, stolen, "1.0.0");
        Assert.Contains("Update to 2.0.0 is stored and verified", device.Boot(await bench.SignedBy(second, "2.0.0"), int.MaxValue, [], null));
    }

    private static void Refuses(RunnerDevice device, byte[] bundle, string running)
    {
        for (var boot = 0; boot < 2; boot++)
        {
            var shown = device.Boot(bundle, int.MaxValue, [], null);
            Assert.Contains($"Running application: Blink.Application {running} from slot", shown);
            Assert.Contains("[ERROR] Update: 372 signer-unknown", shown);
        }
    }

    private static async Task<RunnerDevice> Installed(UpdateBench bench) =>
        RunnerDevice.Installed(bench, await File.ReadAllBytesAsync(await bench.Signed("1.0.0")), "1.0.0");
}
