using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>
/// What an attacker's server can offer to a device that updates itself, one test for each attack on update systems (TUF 1.0, section 1.5;
/// RFC 9124, section 4), over real TLS to the whole firmware: refused before the payload is asked for wherever the head tells.
/// </summary>
public sealed class AttackTests(AttackedDevice device) : IClassFixture<AttackedDevice>
{
    [TimedFact]
    public async Task Arbitrary_installation_a_bundle_of_the_attackers_key_is_refused()
    {
        using var attacker = await UpdateBench.Create();
        await device.Refused("372 signer-unknown", await File.ReadAllBytesAsync(await attacker.Signed("9.0.0")));
    }

    [TimedFact]
    public async Task Rollback_an_older_version_is_refused_though_its_signature_is_right() =>
        await device.Refused("407 not-newer", device.Signed(r => r with { Version = new(1, 0, 9) }));

    [TimedFact]
    public async Task Replay_of_what_runs_changes_nothing() => await device.Refused("400 up-to-date", device.Good);

    [TimedFact]
    public async Task Replay_of_a_newer_version_under_an_old_sequence_number_is_refused() =>
        await device.Refused("409 ", device.Signed(r => r with { Sequence = 1 }));

    [TimedFact]
    public async Task Fast_forward_a_sequence_number_that_would_use_all_others_up_is_refused() =>
        await device.Refused("410 ", device.Signed(r => r with { Sequence = uint.MaxValue }));

    [TimedFact]
    public async Task Indefinite_freeze_an_offer_past_its_end_is_refused_by_the_clock_of_the_device() =>
        await device.Refused("406 ", device.Signed(r => r with { Expires = DateTimeOffset.UtcNow.AddSeconds(-1) }));

    [TimedTheory]
    [InlineData("Blonk", "ESP32_S3", "402 ")]
    [InlineData("Blink", "ESP32_C3", "403 ")]
    public async Task Wrong_software_for_another_product_or_target_is_refused(string product, string target, string reason) =>
        await device.Refused(reason, device.Signed(r => r with { Product = product, Target = target }));

    [TimedFact]
    public async Task Endless_data_a_bundle_larger_than_the_slot_is_refused_before_its_payload() =>
        await device.Refused("417 ", device.Signed(r => r with { Images = [Filled(700_000)] }));

    [TimedFact]
    public async Task Endless_data_more_than_the_manifest_says_is_refused() =>
        await device.Refused("610 ", [.. device.Signed(r => r), .. new byte[100_000]]);

    [TimedFact]
    public async Task Extraneous_dependencies_an_image_that_nothing_needs_is_refused() =>
        await device.Refused("415 ", device.Signed(r => r with { Images = [ImageWriter.Wrap(File.ReadAllBytes(device.Rig.Keys.Changed("Extra", _ => { }))), .. r.Images] }));

    [TimedFact]
    public async Task Extraneous_dependencies_an_image_in_place_of_the_firmwares_own_is_refused() =>
        await device.Refused("412 ", device.Signed(r => r with { Images = [ImageWriter.Wrap(File.ReadAllBytes(device.Rig.Keys.Changed("System.Net", _ => { })))], EntryType = "Blink.Application" }));

    [TimedFact]
    public async Task Mix_and_match_the_payload_of_another_signed_bundle_is_not_written()
    {
        var (head, payload) = (Bundle.Read(device.Signed(r => r)), Bundle.Read(device.Signed(r => r with { Images = [Filled(1000)] })));
        Assert.Contains("614 page-digest", await device.Offered((head with { Digests = Cut(payload.Digests, head.Digests.Length), Payload = Cut(payload.Payload, head.Payload.Length) }).ToArray()));
        Assert.Contains("615 chunk-digest", await device.Offered((head with { Payload = Cut(payload.Payload, head.Payload.Length) }).ToArray()));
        AssertNothingTried();
    }

    [TimedFact]
    public async Task Partial_bundle_truncated_at_each_byte_of_the_header_is_refused()
    {
        var bundle = device.Signed(r => r);
        for (var length = 1; length < 24; length++) Assert.Contains("[ERROR] Update: ", await device.Offered(bundle[..length]));
        AssertNothingTried();
    }

    [TimedFact]
    public async Task Random_bytes_are_refused()
    {
        var random = new Random(5);
        for (var i = 0; i < 8; i++)
        {
            var bytes = new byte[5000];
            random.NextBytes(bytes);
            await device.Refused("[ERROR] Update: 102 envelope-magic", bytes);
        }
    }

    [TimedFact]
    public async Task Bit_flips_in_the_head_are_refused()
    {
        var bundle = device.Signed(r => r);
        var head = bundle.Length - Bundle.Read(bundle).Payload.Length;
        for (var i = 0; i < 16; i++)
        {
            var changed = (byte[])bundle.Clone();
            changed[i * (head - 1) / 15] ^= (byte)(1 << (i % 8));
            Assert.Contains("[ERROR] Update: ", await device.Offered(changed));
        }

        AssertNothingTried();
    }

    private static byte[] Cut(byte[] bytes, int length)
    {
        Array.Resize(ref bytes, length);
        return bytes;
    }

    private byte[] Filled(int bytes) => ImageWriter.Wrap(File.ReadAllBytes(device.Rig.Keys.Changed("Blink", m =>
        m.Resources.Add(new Mono.Cecil.EmbeddedResource("filling", Mono.Cecil.ManifestResourceAttributes.Public, new byte[bytes])))));

    // A download may have begun; what was begun is never started.
    private void AssertNothingTried() => Assert.DoesNotContain(device.Rig.Log, l => l.Contains("stored and verified") && !l.Contains(AttackedDevice.Version));
}
