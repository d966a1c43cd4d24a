using Xunit.Abstractions;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>A slot is verified at every boot: what that costs a board, in IL instructions.</summary>
public sealed class BootCostTests(ITestOutputHelper output)
{
    private const int Step = 102_400;

    // The digests, natively; what is left is copying and the tables of the images.
    private const double MostPerByte = 1.5;

    [TimedFact]
    public async Task A_byte_of_the_application_costs_little_at_a_boot_since_its_digest_covers_its_check_value()
    {
        using var bench = await UpdateBench.Create();
        var (small, large) = (await Boot(bench, "1.0.0", Step), await Boot(bench, "1.0.1", 2 * Step));
        var perByte = (large - small) / (double)Step;
        output.WriteLine($"a boot with {Step} bytes more: {small:N0} and {large:N0} IL instructions, {perByte:0.00} a byte");
        Assert.True(perByte <= MostPerByte, $"{perByte} IL instructions a byte");
    }

    private static async Task<long> Boot(UpdateBench bench, string version, int filling)
    {
        using var device = RunnerDevice.Installed(bench, await bench.Filled(version, filling), version, isMetered: true);
        var before = device.Instructions;
        Assert.Contains($"Blink.Application {version} from slot A", device.Boot([], int.MaxValue, [], null));
        return device.Instructions - before;
    }
}
