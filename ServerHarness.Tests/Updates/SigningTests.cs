using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>Who may sign what, and what verifies: here and with the real openssl.</summary>
public sealed class SigningTests
{
    [TimedFact]
    public async Task Openssl_verifies_what_is_signed_here()
    {
        using var bench = await UpdateBench.Create();
        var bundle = await bench.Signed("1.0.0");
        var parts = bench.File("parts");
        Assert.Equal(0, (await Cli.Run("update", "inspect", bundle, "--extract", parts)).ExitCode);

        var signature = Assert.Single(Directory.GetFiles(parts, "*.sig"));
        var openssl = await Tool.Run("openssl", "dgst", "-sha256", "-verify", bench.PublicKey, "-signature", signature, Path.Combine(parts, "manifest.cbor"));
        Assert.Equal("Verified OK", openssl.Output.Trim());
    }

    [TimedFact]
    public async Task A_manifest_that_openssl_signed_is_put_in_and_verified()
    {
        using var bench = await UpdateBench.Create();
        var bundle = await bench.Built("1.0.0");
        Assert.Equal(0, (await Cli.Run("update", "inspect", bundle, "--extract", bench.File("parts"))).ExitCode);
        var openssl = await Tool.Run("openssl", "dgst", "-sha256", "-sign", bench.SigningKey, "-out", bench.File("made.sig"), bench.File("parts", "manifest.cbor"));
        Assert.Equal(0, openssl.ExitCode);

        await bench.AssertRefused("0 right signatures", "verify", bundle);
        Assert.Equal(0, (await bench.Update("sign", bundle, "--signature", bench.File("made.sig"), "--public-key", bench.PublicKey)).ExitCode);
        await bench.AssertVerified(bundle);
    }

    [TimedFact]
    public async Task A_signature_over_something_else_is_not_put_in()
    {
        using var bench = await UpdateBench.Create();
        var bundle = await bench.Built("1.0.0");
        await Tool.Run("openssl", "dgst", "-sha256", "-sign", bench.SigningKey, "-out", bench.File("made.sig"), bench.PublicKey);
        await bench.AssertRefused("is no signature of", "sign", bundle, "--signature", bench.File("made.sig"), "--public-key", bench.PublicKey);
    }

    [TimedFact]
    public async Task Key_compromise_another_key_than_the_manifests_cannot_sign()
    {
        using var bench = await UpdateBench.Create();
        using var other = await UpdateBench.Create();
        var bundle = await bench.Built("1.0.0");
        await bench.AssertRefused("is to be signed by", "sign", bundle, "--key", other.SigningKey);
    }

    [TimedFact]
    public async Task Arbitrary_installation_a_bundle_of_another_key_is_refused()
    {
        using var bench = await UpdateBench.Create();
        using var other = await UpdateBench.Create();
        await bench.AssertRefused("0 right signatures by keys of set 1", "verify", await other.Signed("1.0.0"));
    }

    [TimedFact]
    public async Task A_signature_that_was_taken_away_is_noticed()
    {
        using var bench = await UpdateBench.Create();
        using var second = await UpdateBench.Create();
        Assert.Equal(0, (await bench.Update("rotate", "--add", second.PublicKey)).ExitCode);
        var bundle = await bench.Built("1.0.0", "--signer", bench.PublicKey, "--signer", second.PublicKey);
        Assert.Equal(0, (await bench.Update("sign", bundle)).ExitCode);

        // Enough of them have signed, and yet not all that the manifest names.
        await bench.AssertRefused("one was taken away", "verify", bundle);
        Assert.Equal(0, (await bench.Update("sign", bundle, "--key", second.SigningKey)).ExitCode);
        await bench.AssertVerified(bundle);
    }

    [TimedFact]
    public async Task Signing_twice_replaces_the_signature()
    {
        using var bench = await UpdateBench.Create();
        var bundle = await bench.Signed("1.0.0");
        Assert.Equal(0, (await bench.Update("sign", bundle)).ExitCode);
        await bench.AssertVerified(bundle);
    }

    [TimedFact]
    public async Task A_key_under_a_passphrase_signs_only_with_it()
    {
        using var bench = new UpdateBench();
        await File.WriteAllTextAsync(bench.File("right"), "correct horse\n");
        await File.WriteAllTextAsync(bench.File("wrong"), "battery staple\n");
        Assert.Equal(0, (await bench.Update("keygen", "--passphrase-file", bench.File("right"))).ExitCode);
        var bundle = await bench.Built("1.0.0");

        await bench.AssertRefused("no passphrase was given", "sign", bundle);
        await bench.AssertRefused("the passphrase does not open", "sign", bundle, "--passphrase-file", bench.File("wrong"));
        Assert.Equal(0, (await bench.Update("sign", bundle, "--passphrase-file", bench.File("right"))).ExitCode);
        await bench.AssertVerified(bundle);
    }

    [TimedFact]
    public async Task An_expired_bundle_is_refused_and_sequence_numbers_go_up()
    {
        using var bench = await UpdateBench.Create();
        var first = Bundle.Read(await File.ReadAllBytesAsync(await bench.Built("1.0.0")));
        var second = Bundle.Read(await File.ReadAllBytesAsync(await bench.Built("1.0.1")));
        Assert.Equal((1u, 2u), (ManifestReader.Read(first.Manifest).Sequence, ManifestReader.Read(second.Manifest).Sequence));
        var expires = ManifestReader.Read(first.Manifest).Expires;
        Assert.InRange(expires, DateTimeOffset.UtcNow.AddDays(364), DateTimeOffset.UtcNow.AddDays(366));
    }
}
