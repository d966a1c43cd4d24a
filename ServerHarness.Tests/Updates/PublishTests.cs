using SecureEsp.ServerHarness.Updates.Publishing;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>What gets into the store, and what does not.</summary>
public sealed class PublishTests
{
    [TimedFact]
    public async Task A_signed_bundle_is_published_and_shown()
    {
        using var bench = await UpdateBench.Create();
        await Publish(bench, await bench.Signed("1.0.0"));
        var release = Assert.Single(new StoreFolder(bench.File("store")).Releases);
        Assert.Equal(("Blink", "1.0.0", 1u), (release.Product, release.Version, release.Sequence));
        Assert.Equal(await File.ReadAllBytesAsync(bench.File("1.0.0.bundle")), await File.ReadAllBytesAsync(bench.File("store", "objects", release.Object)));
        Assert.Contains("offered Blink 1.0.0: 0 confirmed, 0 rolled back; all, 100 %", (await Cli.Run("update", "status", "--store", bench.File("store"))).Output);
    }

    [TimedFact]
    public async Task Arbitrary_installation_what_is_not_signed_is_not_published()
    {
        using var bench = await UpdateBench.Create();
        await bench.AssertRefused("0 right signatures", "publish", await bench.Built("1.0.0"), "--store", bench.File("store"));
        Assert.False(Directory.Exists(bench.File("store")));
    }

    [TimedFact]
    public async Task Rollback_neither_version_nor_sequence_goes_back()
    {
        using var bench = await UpdateBench.Create();
        await Publish(bench, await bench.Signed("1.1.0"));
        await bench.AssertRefused("its version 1.0.9 is not above 1.1.0", "publish", await bench.Signed("1.0.9"), "--store", bench.File("store"));
        await bench.AssertRefused("its sequence number 1 is not above 1 of version 1.1.0", "publish", await bench.Signed("1.2.0", "--sequence", "1"), "--store", bench.File("store"));
    }

    [TimedFact]
    public async Task Published_again_only_its_stages_change_and_a_withdrawn_one_comes_back()
    {
        using var bench = await UpdateBench.Create();
        var bundle = await bench.Signed("1.0.0");
        await Publish(bench, bundle, "--percentage", "10", "--stop-after", "3");
        Assert.Equal((10, 3), (Only().Rollout.Percentage, Only().Rollout.StopAfter));
        Assert.Equal(0, (await Cli.Run("update", "revert", "Blink", "--store", bench.File("store"))).ExitCode);
        Assert.True(Only().Withdrawn);
        await Publish(bench, bundle);
        Assert.Equal((100, 0, false), (Only().Rollout.Percentage, Only().Rollout.StopAfter, Only().Withdrawn));

        Release Only() => Assert.Single(new StoreFolder(bench.File("store")).Releases);
    }

    [TimedTheory]
    [InlineData("has no group 'cellar'", 2, "--group", "cellar")]
    [InlineData("a number from 1 to 100", 2, "--percentage", "0")]
    public async Task Stages_that_cannot_be_are_refused(string words, int code, params string[] arguments)
    {
        using var bench = await UpdateBench.Create();
        var result = await bench.Update("publish", [await bench.Signed("1.0.0"), "--store", bench.File("store"), .. arguments]);
        Assert.Equal(code, result.ExitCode);
        Assert.Contains(words, result.Error);
    }

    [TimedFact]
    public async Task A_release_that_is_not_there_cannot_be_withdrawn()
    {
        using var bench = await UpdateBench.Create();
        Assert.Equal(3, (await Cli.Run("update", "revert", "Blink", "--store", bench.File("store"))).ExitCode);
        await Publish(bench, await bench.Signed("1.0.0"));
        Assert.Contains("the store has no Blink 2.0.0", (await Cli.Run("update", "revert", "Blink", "--version", "2.0.0", "--store", bench.File("store"))).Error);
    }

    private static async Task Publish(UpdateBench bench, string bundle, params string[] more)
    {
        var published = await bench.Update("publish", [bundle, "--store", bench.File("store"), .. more]);
        Assert.True(published.ExitCode == 0, published.All);
    }
}
