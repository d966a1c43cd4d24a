namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>APIs outside the application's signed list.</summary>
public sealed class AllowListTests
{
    private const string Enough = "# Blink\nnamespace System\nnamespace System.Threading\ntype System.Device.Gpio.GpioController\ntype System.Device.Gpio.GpioPin\nnamespace System.Device.Gpio\n";

    [TimedFact]
    public async Task An_application_within_its_list_is_built() => Assert.Equal("", await Build(Enough));

    [TimedFact]
    public async Task What_the_list_lacks_is_named()
    {
        var error = await Build("namespace System\nnamespace System.Threading\n");
        Assert.Contains("the allow-list does not have ", error);
        Assert.Contains("System.Device.Gpio.GpioController::.ctor()", error);
        Assert.DoesNotContain("System.Threading.Thread", error);
    }

    [TimedFact]
    public async Task A_single_member_is_allowed_and_no_other_of_its_type()
    {
        var error = await Build(Enough.Replace("namespace System.Threading\n", "type System.Threading.ManualResetEvent\ntype System.Threading.WaitHandle\ntype System.Threading.EventWaitHandle\ntype System.Threading.ThreadStart\n"
            + "member System.Void System.Threading.Thread::Start()\n"));
        Assert.DoesNotContain("Thread::Start()", error);
        Assert.Contains("System.Threading.Thread::Join(System.Int32)", error);
    }

    [TimedFact]
    public async Task A_line_that_says_nothing_is_told() => Assert.Contains("line 2: 'assembly mscorlib' is neither", await Build("namespace System\nassembly mscorlib\n"));

    [TimedFact]
    public async Task A_list_that_was_changed_after_it_was_signed_is_refused() => Assert.Contains("is no signature of", await Build(Enough, list => File.AppendAllText(list, "namespace System.Net\n")));

    [TimedFact]
    public async Task A_list_that_nobody_signed_is_refused() => Assert.Contains("there is no ", await Build(Enough, list => File.Delete(list + ".sig")));

    [TimedFact]
    public async Task A_list_that_another_key_signed_is_refused()
    {
        using var other = await UpdateBench.Create();
        Assert.Contains("is no signature of", await Build(Enough, list => Assert.Equal(0, Cli.Run("update", "sign", list, "--detached", "--key", other.SigningKey).Result.ExitCode)));
    }

    /// <returns>What the build has to say.</returns>
    private static async Task<string> Build(string list, Action<string>? after = null)
    {
        using var bench = await UpdateBench.Create();
        var file = bench.File("allowed.txt");
        await File.WriteAllTextAsync(file, list);
        Assert.Equal(0, (await bench.Update("sign", file, "--detached")).ExitCode);
        after?.Invoke(file);
        var built = await bench.Update("build", UpdateBench.Blink, "--version", "1.0.0", "--allow-list", file, "--output", bench.File("it"));
        Assert.Equal(built.ExitCode == 0, File.Exists(bench.File("it")));
        return built.ExitCode == 0 ? "" : built.Error;
    }
}
