using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki;

/// <summary>Folders that cannot take what is written: a clear error, and what was there stays.</summary>
public sealed class HostileFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The shell's limit on a file's size stands for a full disk: writing beyond it fails half-way, root or not.</summary>
    [TimedTheory]
    [InlineData("pki issue device dev-2")]
    [InlineData("pki renew device dev-1 --new-key")]
    public async Task A_full_disk_leaves_the_old_files_and_no_half_of_a_new_one(string line)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // No such limit there.
        }

        PkiFolder.OpenOrCreate(_folder.File("pki")).IssueDevice("dev-1");
        var before = Snapshot();

        // One block of 512 bytes: no certificate fits. The runtime's own double mapping needs larger files, so it is switched off.
        var script = $"trap '' XFSZ; ulimit -f 1; exec env DOTNET_EnableWriteXorExecute=0 DOTNET_EnableDiagnostics=0 dotnet '{Cli.Assembly}' {line} --folder pki";
        await using var run = Tool.Start("sh", _folder.Path, new Dictionary<string, string?>(), "-c", script);
        var result = await run.End();
        Assert.Equal(1, result.ExitCode);
        Assert.Matches("^error: cannot write .*\nhint: .*free space.*\n$", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(before, Snapshot());
        Assert.Equal(IssueOutcome.Unchanged, PkiFolder.Open(_folder.File("pki")).IssueDevice("dev-1").Outcome);
    }

    [TimedFact]
    public async Task A_folder_of_somebody_else_is_refused_with_the_reason()
    {
        if (OperatingSystem.IsWindows() || !File.Exists("/usr/bin/setpriv") || Environment.UserName != "root")
        {
            return; // Only root can become somebody else.
        }

        PkiFolder.OpenOrCreate(_folder.File("pki"));
        await using var run = Tool.Start(
            "setpriv", "/", new Dictionary<string, string?> { ["HOME"] = "/tmp", ["DOTNET_CLI_HOME"] = "/tmp" },
            "--reuid", "65534", "--regid", "65534", "--clear-groups", "dotnet", Cli.Assembly, "pki", "init", "--folder", _folder.File("pki"));
        var result = await run.End();
        Assert.Equal(1, result.ExitCode);
        Assert.Matches("^error: cannot .*denied.*\nhint: .*\n$", result.Error);
    }

    private List<string> Snapshot() =>
        [.. Directory.GetFiles(_folder.File("pki"), "*", SearchOption.AllDirectories).Order().Select(f => $"{f} {File.ReadAllText(f)}")];
}
