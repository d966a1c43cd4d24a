using SecureEsp.ServerHarness.Commands;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary>What a shell offers when Tab is pressed.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CompletionTests()
    {
        var pki = PkiFolder.OpenOrCreate(_folder.File("Certificates", "out"));
        pki.IssueDevice("esp32-kitchen");
        pki.IssueDevice("esp32-lost");
        pki.IssueServer("server.test");
    }

    public void Dispose() => _folder.Dispose();

    [TimedTheory]
    [InlineData("secureesp pki iss", "issue")]
    [InlineData("secureesp pki issue ", "device operator server")]
    [InlineData("secureesp pki init --key p", "p256 p384")]
    [InlineData("secureesp pki init --key=p", "--key=p256 --key=p384")]
    [InlineData("secureesp pki revoke ", "device operator server")]
    [InlineData("secureesp pki revoke dev", "device")]
    [InlineData("secureesp serve --https", "--https-port")]
    [InlineData("secureesp serve --client-certificates re", "required")]
    [InlineData("secureesp pki inspect Cert", "")]
    [InlineData("secureesp completion ", "bash fish pwsh zsh")]
    public async Task Words_that_may_follow(string line, string words)
    {
        var result = await Cli.Run($"[suggest:{line.Length}]", line);
        Assert.Equal((0, "", words), (result.ExitCode, result.Error, result.Output.TrimEnd('\n').Replace('\n', ' ')));
    }

    [TimedFact]
    public async Task Only_what_stands_before_the_cursor_counts()
    {
        var result = await Cli.Run("[suggest:12]", "secureesp pk init --json");
        Assert.Equal("pki\n", result.Output);
    }

    [TimedFact]
    public async Task Names_are_those_that_the_PKI_has_issued()
    {
        var folder = $"--folder {_folder.File("Certificates", "out")}";
        Assert.Equal("esp32-kitchen\nesp32-lost\n", await After($"secureesp pki revoke {folder} device "));
        Assert.Equal("server.test\n", await After($"secureesp pki renew {folder} server s"));
        Assert.Equal("esp32-lost\n", await After($"secureesp device run {folder} --id esp32-l"));
        Assert.Equal("server.test\n", await After($"secureesp serve {folder} --name "));
    }

    // The same questions to every shell of this machine: what stands on the line, and what it must become or offer.
    [TimedTheory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task A_real_shell_completes_with_the_script(string shell)
    {
        if (!File.Exists($"/usr/bin/{shell}") && !File.Exists($"/bin/{shell}"))
        {
            Assert.NotEqual("bash", shell);
            return;
        }

        var script = _folder.File($"secureesp.{shell}");
        await File.WriteAllTextAsync(script, (await Cli.Run("completion", shell)).Output);
        await Script.Write(_folder, "secureesp", $"exec dotnet '{Cli.Assembly}' \"$@\"");
        var ask = await File.ReadAllTextAsync(Sources.Path("ServerHarness.Tests", "Commands", "Completion", $"ask.{shell}"));
        await using var run = Tool.Start(
            shell, _folder.Path, new Dictionary<string, string?> { ["PATH"] = $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}", ["HOME"] = _folder.Path },
            "-c", ask, shell, script);
        var result = await run.End();
        Assert.Equal("", result.Error);
        Assert.Equal(
            """
            pki iss: issue
            pki init --key=p: p256 p384
            pki revoke device esp32-: esp32-kitchen esp32-lost
            serve --https: --https-port
            pki inspect Cert: Certificates/

            """, result.Output);
    }

    private static async Task<string> After(string line) => (await Cli.Run($"[suggest:{line.Length}]", line)).Output;
}
