using System.Runtime.CompilerServices;

namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary>The program as an installed dotnet tool.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task Packed_and_installed_it_issues_certificates_and_boots_the_firmware_that_it_carries()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        await Succeeds("dotnet", "pack", Project(), "-c", configuration, "--no-build", "-m:1", "-nodeReuse:false", "--nologo", "-v", "q", "-o", _folder.File("packages"));
        await Succeeds(
            "dotnet", "tool", "install", "SecureEsp.ServerHarness", "--tool-path", _folder.File("tools"), "--source", _folder.File("packages"));
        var program = _folder.File("tools", "secureesp");
        await Succeeds(program, "pki", "init", "--quiet");
        Assert.True(File.Exists(_folder.File("Certificates", "out", "ca-chain.cert.pem")));
        await Succeeds(program, "device", "run", "--until", "{SSID} {PWD}", "--limit", "30");
    }

    private async Task Succeeds(string program, params string[] arguments)
    {
        // Packages go into this folder too: nothing of the test stays in the user's own.
        await using var run = Tool.Start(program, _folder.Path, new Dictionary<string, string?> { ["NUGET_PACKAGES"] = _folder.File("nuget") }, arguments);
        var result = await run.End();
        Assert.True(result.ExitCode == 0, result.All);
    }

    private static string Project([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "ServerHarness", "ServerHarness.csproj"));
}
