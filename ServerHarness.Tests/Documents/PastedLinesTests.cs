namespace SecureEsp.ServerHarness.Tests.Documents;

/// <summary>
/// Every command line of every document, and every example of the help, pasted as it stands into a shell in a fresh clone, in
/// the order in which it is shown.
/// </summary>
public sealed class PastedLinesTests
{
    public static TheoryData<string> Documents => [.. DocumentLines.Documents.Where(name => DocumentLines.Of(name).Any(Runs))];

    // Up to sixty processes, one after the other.
    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Documents))]
    public async Task Runs_as_written(string document)
    {
        using var bench = await Workbench.Create();
        await using var shell = await ShellSession.Start(bench);
        foreach (var line in DocumentLines.Of(document).Where(Runs))
        {
            await shell.Paste(line);
        }

        await shell.End();
    }

    [Fact]
    public void No_command_stands_in_a_block_that_is_not_marked_as_sh() => Assert.Empty(DocumentLines.Unmarked());

    [Fact]
    public void What_no_test_can_run_is_still_there()
    {
        var all = DocumentLines.Documents.SelectMany(DocumentLines.Of).ToList();
        Assert.All(LineRules.NotRun.Keys, start => Assert.Contains(all, line => line.StartsWith(start, StringComparison.Ordinal)));
        Assert.All(LineRules.LongRunning, rule => Assert.Contains(all, line => rule.Pattern.IsMatch(line)));
        Assert.All(
            LineRules.Beside.Select(rule => rule.Pattern).Concat(LineRules.Asked.Select(rule => rule.Pattern)).Concat(LineRules.Before.Select(rule => rule.Pattern)),
            pattern => Assert.Contains(all, line => pattern.IsMatch(line)));
    }

    [TimedFact]
    public async Task The_way_in_which_the_documents_call_the_program_calls_it()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        await using var run = Tool.Start(
            "dotnet", Sources.Path(), new Dictionary<string, string?>(), "run", "--no-build", "-c", configuration, "--project", "ServerHarness", "--", "completion", "bash");
        var result = await run.End();
        Assert.Equal((0, "complete -o default -F _secureesp secureesp"), (result.ExitCode, result.Output.TrimEnd('\n').Split('\n')[^1]));
    }

    private static bool Runs(string line) => !LineRules.NotRun.Keys.Any(start => line.StartsWith(start, StringComparison.Ordinal));
}
