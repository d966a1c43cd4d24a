using SecureEsp.ServerHarness.Updates;
using SecureEsp.ServerHarness.Updates.Checks;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>A bundle of which anything was changed is none.</summary>
public sealed class TamperingTests
{
    [TimedFact]
    public async Task Malicious_mirror_a_changed_byte_anywhere_is_refused()
    {
        using var bench = await UpdateBench.Create();
        var bytes = await File.ReadAllBytesAsync(await bench.Signed("1.0.0"));
        var keys = UpdateKeyFiles.ReadSet(bench.File("pki", "updates", "update-keys.cbor"));
        BundleCheck.Verify(Bundle.Read(bytes), keys, null);

        // Every byte of head and digests, some of the payload.
        var head = bytes.Length - Bundle.Read(bytes).Payload.Length;
        foreach (var at in Enumerable.Range(0, head).Concat(Enumerable.Range(0, 100).Select(i => head + i * (bytes.Length - head) / 100)))
        {
            bytes[at] ^= 1;
            Assert.Throws<BundleException>(() => BundleCheck.Verify(Bundle.Read(bytes), keys, null));
            bytes[at] ^= 1;
        }
    }

    [TimedFact]
    public async Task Partial_bundle_cut_or_prolonged_it_is_refused()
    {
        using var bench = await UpdateBench.Create();
        var bytes = await File.ReadAllBytesAsync(await bench.Signed("1.0.0"));
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes[..length];
            Assert.Throws<BundleException>(() => Bundle.Read(cut));
        }

        Assert.Throws<BundleException>(() => Bundle.Read([.. bytes, 0]));
    }

    [TimedFact]
    public async Task Mix_and_match_the_payload_of_another_bundle_is_refused()
    {
        using var bench = await UpdateBench.Create();
        var keys = UpdateKeyFiles.ReadSet(bench.File("pki", "updates", "update-keys.cbor"));
        var ours = await Build(new Version(1, 1, 1, 1));
        var theirs = await Build(new Version(9, 9, 9, 9));
        Assert.Equal(ours.Payload.Length, theirs.Payload.Length);

        Assert.Contains("page 0", Assert.Throws<BundleException>(() => BundleCheck.Verify(ours with { Digests = theirs.Digests, Payload = theirs.Payload }, keys, null)).Message);
        Assert.Contains("chunk 0", Assert.Throws<BundleException>(() => BundleCheck.Verify(ours with { Payload = theirs.Payload }, keys, null)).Message);

        async Task<Bundle> Build(Version version)
        {
            var assembly = bench.Changed("Blink", m => m.Assembly.Name.Version = version);
            Assert.Equal(0, (await bench.Update("build", assembly, "--version", "1.0.0", "--output", bench.File("it"))).ExitCode);
            Assert.Equal(0, (await bench.Update("sign", bench.File("it"))).ExitCode);
            return Bundle.Read(await File.ReadAllBytesAsync(bench.File("it")));
        }
    }

    [TimedFact]
    public async Task An_encrypted_bundle_opens_with_its_key_alone()
    {
        using var bench = await UpdateBench.Create();
        await File.WriteAllTextAsync(bench.File("right"), "000102030405060708090a0b0c0d0e0f\n");
        await File.WriteAllTextAsync(bench.File("wrong"), "100102030405060708090a0b0c0d0e0f\n");
        var bundle = await bench.Signed("1.0.0", "--encrypt-with", bench.File("right"), "--encryption-key", "kitchen");

        Assert.Contains("encrypted images were not looked at", (await bench.Update("verify", bundle)).Output);
        Assert.Equal(0, (await bench.Update("verify", bundle, "--decrypt-with", bench.File("right"))).ExitCode);
        await bench.AssertRefused("another key than the given 'kitchen'", "verify", bundle, "--decrypt-with", bench.File("wrong"));
        Assert.DoesNotContain("SecureEsp .NET 1", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(bundle)));
        await bench.AssertRefused("belong together", "build", UpdateBench.Blink, "--version", "1.0.0", "--encrypt-with", bench.File("right"));
    }

    [TimedFact]
    public async Task No_bytes_make_the_readers_fail_otherwise_than_by_refusing()
    {
        using var bench = await UpdateBench.Create();
        var whole = Bundle.Read(await File.ReadAllBytesAsync(await bench.Signed("1.0.0")));
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var manifest = whole.Manifest.ToArray();
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                manifest[random.Next(manifest.Length)] = (byte)random.Next(256);
            }

            foreach (var read in new Action[] { () => ManifestReader.Read(manifest), () => KeySet.Read(manifest), () => KeyChain.Read(manifest) })
            {
                Assert.True(Record.Exception(read) is null or BundleException);
            }
        }
    }
}
