namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary><c>--quiet</c>: nothing for people, everything for programs and every error.</summary>
public sealed class QuietTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task Lines_for_people_are_left_out_and_the_work_is_done()
    {
        var result = await Cli.Run("pki", "init", "--quiet", "--folder", _folder.Path);
        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.True(File.Exists(_folder.File("ca-chain.cert.pem")));
        Assert.StartsWith("{", (await Cli.Run("pki", "init", "--quiet", "--json", "--folder", _folder.Path)).Output);
    }

    [TimedFact]
    public async Task What_was_asked_for_and_errors_are_told()
    {
        await Cli.Run("pki", "init", "--folder", _folder.Path);
        var error = await Cli.Run("broker", "config", "--quiet", "--folder", _folder.Path);
        Assert.Equal((3, ""), (error.ExitCode, error.Output));
        Assert.StartsWith("error: there is no server certificate", error.Error);
        await Cli.Run("pki", "issue", "server", "localhost", "--folder", _folder.Path);
        Assert.Contains("require_certificate true", (await Cli.Run("broker", "config", "--quiet", "--folder", _folder.Path)).Output);
    }
}
