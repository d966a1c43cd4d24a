using Mono.Cecil;
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
        var application = bench.Changed("Blink", m => m.Resources.Add(new EmbeddedResource("filling", ManifestResourceAttributes.Public, new byte[filling])));
        var file = bench.File($"{version}.bundle");
        Assert.Equal(0, (await bench.Update("build", application, "--version", version, "--output", file)).ExitCode);
        Assert.Equal(0, (await bench.Update("sign", file)).ExitCode);
        var bundle = await File.ReadAllBytesAsync(file);
        using var device = new RunnerDevice(isMetered: true);
        device.Restore(RunnerFlash.New(bench));
        device.Boot(bundle, int.MaxValue, [], null);
        Assert.Contains("is confirmed", device.Boot(bundle, int.MaxValue, [], null));
        var before = device.Instructions;
        Assert.Contains($"Blink.Application {version} from slot A", device.Boot([], int.MaxValue, [], null));
        return device.Instructions - before;
    }
}
