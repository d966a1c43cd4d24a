using System.Text;
using SecureEsp.ServerHarness.Tests.MainJob;
using SecureEsp.ServerHarness.Updates;
using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>Payloads that only the devices with the key can read; the flash holds what was sent.</summary>
public sealed class EncryptedUpdateTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    private const string Key = "00112233445566778899aabbccddeeff";
    private const string OtherKey = "0f112233445566778899aabbccddeeff";
    private const string Running = "Running application: Blink.Application 1.0.0 from slot A";

    [TimedFact]
    public async Task An_application_is_deciphered_while_it_is_loaded_and_runs()
    {
        await using var rig = await UpdateRig.StartAsync(pki);
        rig.Server.Bundle = await Encrypted(rig.Keys, Key);
        var board = rig.NewBoard();
        board.Flash.Write(RunnerFlash.PayloadKeys, Encoding.UTF8.GetBytes($"# of this device\nkitchen={Key}\n"));
        rig.Bench.PowerUp(board);
        await rig.Logged("[SUCCESS] Update to 1.0.0 is confirmed");
        await rig.Board.Gpio.WaitForAsync(9, high: true, Bench.Limit);
        rig.Reboot();
        await rig.Logged(Running, exact: true);
    }

    [TimedFact]
    public async Task Eavesdropping_the_slot_holds_no_plain_image()
    {
        using var bench = await UpdateBench.Create();
        using var device = Device(bench, Key);
        var bundle = await Encrypted(bench, Key);
        Assert.Contains("restarting to try it", device.Boot(bundle, int.MaxValue, [], null));
        var slot = device.Flash.Read(@"I:\slot-a.bundle")!;
        Assert.Equal(bundle, slot);
        Assert.Equal(-1, slot.AsSpan().IndexOf("NFMRK1"u8));
        Assert.Contains(Running, device.Boot(bundle, int.MaxValue, [], null));
    }

    [TimedTheory]
    [InlineData(OtherKey, "[ERROR] Update: 419 payload-mac: the payload's MAC is not right under the device's key of that name (kitchen)")]
    [InlineData(null, "[ERROR] Update: 404 no-such-key: ")]
    public async Task Without_the_right_key_nothing_of_the_payload_is_fetched(string? key, string refusal)
    {
        using var bench = await UpdateBench.Create();
        using var device = Device(bench, key);
        Assert.Contains(refusal, device.Boot(await Encrypted(bench, Key), int.MaxValue, [], null));
        Assert.False(device.Flash.Exists(@"I:\slot-a.bundle"));
    }

    [TimedFact]
    public async Task A_MAC_that_is_wrong_is_refused_although_it_was_signed()
    {
        using var bench = await UpdateBench.Create();
        using var device = Device(bench, Key);
        var file = bench.File("1.0.0.bundle");
        await Encrypted(bench, Key, sign: false);
        var built = BundleFile.Read(file);
        var manifest = (byte[])built.Manifest.Clone();
        manifest[manifest.AsSpan().IndexOf(ManifestReader.Read(built.Manifest).Encryption!.Mac)] ^= 1;
        BundleFile.Write(file, built with { Manifest = manifest });
        Assert.Equal(0, (await bench.Update("sign", file)).ExitCode);
        Assert.Contains("[ERROR] Update: 419 payload-mac", device.Boot(await File.ReadAllBytesAsync(file), int.MaxValue, [], null));
        Assert.False(device.Flash.Exists(@"I:\slot-a.bundle"));
    }

    [TimedFact]
    public async Task An_installed_application_is_not_started_once_its_key_is_another_or_gone()
    {
        using var bench = await UpdateBench.Create();
        using var device = Device(bench, Key);
        var bundle = await Encrypted(bench, Key);
        device.Install(bundle, "1.0.0");
        var installed = device.Content();
        foreach (var (key, refusal) in new[] { ($"kitchen={OtherKey}", "419 payload-mac"), ("", "404 no-such-key"), ("kitchen=00", "404 no-such-key") })
        {
            device.Restore(installed);
            device.Flash.Write(RunnerFlash.PayloadKeys, Encoding.UTF8.GetBytes(key));
            var shown = device.Boot(bundle, int.MaxValue, [], null);
            Assert.Contains($"slot A is not started: {refusal}", shown);
            Assert.Contains("Running application: factory", shown);
            Assert.DoesNotContain("0011", shown);
        }
    }

    private static RunnerDevice Device(UpdateBench bench, string? key)
    {
        var device = new RunnerDevice();
        var flash = RunnerFlash.New(bench);
        if (key is not null) flash[RunnerFlash.PayloadKeys] = Encoding.UTF8.GetBytes($"kitchen={key}");
        device.Restore(flash);
        return device;
    }

    private static async Task<byte[]> Encrypted(UpdateBench bench, string key, bool sign = true)
    {
        var file = bench.File($"{key}.key");
        await File.WriteAllTextAsync(file, key);
        string[] options = ["--encrypt-with", file, "--encryption-key", "kitchen"];
        return await File.ReadAllBytesAsync(sign ? await bench.Signed("1.0.0", options) : await bench.Built("1.0.0", options));
    }
}
