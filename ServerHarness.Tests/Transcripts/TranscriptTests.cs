using SecureEsp.ServerHarness.Tests.Commands;

namespace SecureEsp.ServerHarness.Tests.Transcripts;

/// <summary>
/// What a person sees of every command, word by word. After a wanted change: run these tests with SECUREESP_RECORD=1 in the environment,
/// which writes the files anew, and review what git shows. A new transcript is a file with its command lines alone.
/// </summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Names => [.. Transcript.Names];

    [TimedTheory]
    [MemberData(nameof(Names))]
    public async Task A_person_sees(string command)
    {
        var steps = Transcript.Read(command);
        var records = Environment.GetEnvironmentVariable("SECUREESP_RECORD") == "1";
        await using var run = new TranscriptRun();
        var seen = new List<Step>();
        foreach (var step in steps)
        {
            seen.Add(await run.Do(step.Line, isUsageError: !records && step.Seen is [.., "[exit code 2]"]));
        }

        if (records)
        {
            Transcript.Write(command, seen);
            return;
        }

        Assert.All(steps.Zip(seen), pair => Assert.Equal(string.Join('\n', pair.First.Seen), string.Join('\n', pair.Second.Seen)));
    }

    [TimedTheory]
    [MemberData(nameof(HelpTests.CommandPaths), MemberType = typeof(HelpTests))]
    public async Task Every_command_is_shown_with_its_help_and_what_goes_wrong(string path)
    {
        var name = path.Length > 0 ? path : "secureesp";
        Assert.True(Transcript.Names.Contains(name), $"write '{name}.txt' into {Transcript.Folder}: its command lines, --help first; then record what they show with SECUREESP_RECORD=1");
        var steps = await Task.Run(() => Transcript.Read(name));
        Assert.Equal($"$ secureesp {path} --help".Replace("  ", " "), steps[0].Line);
        Assert.Contains(steps, step => step.Seen is [.., var last] && last.StartsWith("[exit code ", StringComparison.Ordinal));
    }
}
