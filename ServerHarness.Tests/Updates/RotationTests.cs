namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>Key sets follow one another: signed by the old keys and by the new ones, or not at all.</summary>
public sealed class RotationTests
{
    [TimedFact]
    public async Task A_new_key_signs_and_devices_with_the_first_set_follow()
    {
        using var bench = await UpdateBench.Create();
        using var second = await UpdateBench.Create();
        Assert.Equal(0, (await bench.Update("rotate", "--add", second.PublicKey)).ExitCode);

        var bundle = await bench.Built("1.0.0", "--signer", second.PublicKey);
        Assert.Equal(0, (await bench.Update("sign", bundle, "--key", second.SigningKey)).ExitCode);
        await bench.AssertVerified(bundle);
    }

    [TimedFact]
    public async Task Key_compromise_a_revoked_key_signs_nothing_more()
    {
        using var bench = await UpdateBench.Create();
        using var second = await UpdateBench.Create();
        var stolen = bench.SigningKey;
        var id = Id((await bench.Update("keygen", "--json")).Output);
        Assert.Equal(0, (await bench.Update("rotate", "--add", second.PublicKey, "--remove", id, "--key", stolen, "--key", second.SigningKey)).ExitCode);

        var bundle = await bench.Built("1.0.0", "--signer", bench.PublicKey);
        Assert.Equal(0, (await bench.Update("sign", bundle, "--key", stolen)).ExitCode);
        await bench.AssertRefused("0 right signatures by keys of set 2", "verify", bundle);
    }

    [TimedFact]
    public async Task A_set_that_the_old_keys_have_not_signed_is_refused()
    {
        using var bench = await UpdateBench.Create();
        using var thief = await UpdateBench.Create();
        await bench.AssertRefused("key set 2, by the keys before it: 0 right signatures", "rotate", "--add", thief.PublicKey, "--key", thief.SigningKey);
    }

    [TimedFact]
    public async Task A_set_that_enough_new_keys_have_not_signed_is_refused()
    {
        using var bench = await UpdateBench.Create();
        using var second = await UpdateBench.Create();
        await bench.AssertRefused("key set 2, by its own keys: 1 right signatures", "rotate", "--add", second.PublicKey, "--threshold", "2");
        var both = new[] { "--add", second.PublicKey, "--threshold", "2", "--key", bench.SigningKey, "--key", second.SigningKey };
        Assert.Equal(0, (await bench.Update("rotate", both)).ExitCode);

        // One of two is no longer enough.
        await bench.AssertRefused("1 right signatures by keys of set 2, which asks for 2", "verify", await bench.Signed("1.0.0"));
    }

    [TimedTheory]
    [InlineData("--threshold", "2")]
    [InlineData("--threshold", "0")]
    [InlineData("--remove", "0123456789abcdef")]
    public async Task What_is_no_key_set_is_wrong_usage(params string[] arguments)
    {
        using var bench = await UpdateBench.Create();
        Assert.Equal(2, (await bench.Update("rotate", arguments)).ExitCode);
    }

    private static string Id(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("keys")[0].GetString()!;
}
