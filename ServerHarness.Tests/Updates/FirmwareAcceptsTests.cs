using SecureEsp.DeviceApp.Update;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>The firmware's own policy and image check, over what the harness builds and signs.</summary>
public sealed class FirmwareAcceptsTests
{
    [TimedFact]
    public async Task The_firmware_accepts_a_bundle_with_its_images()
    {
        using var bench = await UpdateBench.Create();
        Assert.Equal("accepted", Judge(bench, await bench.Signed("1.0.0")));
    }

    [TimedFact]
    public async Task The_firmware_accepts_a_manifest_that_openssl_signed()
    {
        using var bench = await UpdateBench.Create();
        var bundle = await bench.Built("1.0.0");
        Assert.Equal(0, (await Cli.Run("update", "inspect", bundle, "--extract", bench.File("parts"))).ExitCode);
        await Tool.Run("openssl", "dgst", "-sha256", "-sign", bench.SigningKey, "-out", bench.File("made.sig"), bench.File("parts", "manifest.cbor"));
        Assert.Equal(0, (await bench.Update("sign", bundle, "--signature", bench.File("made.sig"), "--public-key", bench.PublicKey)).ExitCode);
        Assert.Equal("accepted", Judge(bench, bundle));
    }

    [TimedFact]
    public async Task The_firmware_follows_a_rotation_to_two_of_two_keys()
    {
        using var bench = await UpdateBench.Create();
        using var second = await UpdateBench.Create();
        Assert.Equal(0, (await bench.Update("rotate", "--add", second.PublicKey, "--threshold", "2", "--key", bench.SigningKey, "--key", second.SigningKey)).ExitCode);
        var bundle = await bench.Signed("1.0.0", "--signer", bench.PublicKey, "--signer", second.PublicKey);
        Assert.StartsWith("refused", Judge(bench, bundle));
        Assert.Equal(0, (await bench.Update("sign", bundle, "--key", second.SigningKey)).ExitCode);
        Assert.Equal("accepted", Judge(bench, bundle));
    }

    [TimedFact]
    public async Task The_firmware_accepts_an_encrypted_bundle_whose_key_it_has()
    {
        using var bench = await UpdateBench.Create();
        await File.WriteAllTextAsync(bench.File("key"), "000102030405060708090a0b0c0d0e0f");
        var bundle = await bench.Signed("1.0.0", "--encrypt-with", bench.File("key"), "--encryption-key", "kitchen");
        Assert.StartsWith("refused", Judge(bench, bundle));
        Assert.Equal("accepted", Judge(bench, bundle, "kitchen"));
    }

    [TimedTheory]
    [InlineData("Greeter.pe", "Sample.Application")]
    [InlineData("Counter.pe", "Sample.Counter")]
    public async Task The_firmware_accepts_images_of_the_real_tool_chain(string sample, string entry)
    {
        using var bench = await UpdateBench.Create();
        var arguments = new[] { UpdateBench.Sample(sample), "--version", "1.0.0", "--entry", entry, "--product", "Blink", "--output", bench.File("it") };
        Assert.Equal(0, (await bench.Update("build", arguments)).ExitCode);
        Assert.Equal(0, (await bench.Update("sign", bench.File("it"))).ExitCode);
        Assert.Equal("accepted", Judge(bench, bench.File("it")));
    }

    [TimedFact]
    public async Task The_firmware_refuses_another_product()
    {
        using var bench = await UpdateBench.Create();
        Assert.StartsWith("refused", Judge(bench, await bench.Signed("1.0.0", "--product", "Blonk")));
    }

    private static string Judge(UpdateBench bench, string bundle, params string[] keys)
    {
        var bytes = File.ReadAllBytes(bundle);
        var scheme = new EcdsaScheme();
        var set = File.ReadAllBytes(bench.File("pki", "updates", "update-keys.cbor"));
        Assert.Equal(UpdateReason.Accepted, KeySet.Read(set, 0, set.Length, scheme, out var trusted));
        var facts = new DeviceFacts
        {
            Product = "Blink",
            Target = "ESP32_S3",
            Keys = trusted,
            ClockIsSet = true,
            Now = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            PayloadKeys = new Keys(keys),
            Host = Host(),
            SlotBytes = 1 << 20,
            MemoryBytes = 1 << 20,
        };
        var decision = UpdatePolicy.Judge(bytes, bytes.Length, facts, scheme);
        if (!decision.Accepted)
        {
            return $"refused {decision.Reason} {decision.Detail}";
        }

        if (decision.Manifest.Encryption is not null)
        {
            return "accepted";
        }

        var check = new PayloadCheck(decision.Manifest);
        var payload = bytes[^decision.Manifest.Images.Sum(i => i.Size)..];
        check.Feed(payload, 0, payload.Length);
        return check.Finish() == UpdateReason.Accepted ? "accepted" : $"refused image {check.Reason} {check.Detail}";
    }

    private sealed class Keys(string[] names) : IPayloadKeys
    {
        public bool Has(string name) => names.Contains(name);

        // The MAC is tested where the key is: on the device.
        public bool Authenticates(Manifest manifest) => true;
    }

    private static AssemblyReference[] Host()
    {
        using var inventory = ServerHarness.Updates.Linking.HostInventory.Open(SecureEsp.ServerHarness.Devices.Firmware.Own);
        return [.. inventory.Assemblies.Select(a => new AssemblyReference(a.Name, a.Version.Major, a.Version.Minor))];
    }
}
