using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Tests.Transcripts;

/// <summary>Does what a transcript says, in a folder of its own.</summary>
internal sealed class TranscriptRun : IAsyncDisposable
{
    private const string Port = "{port}";

    private readonly TemporaryFolder _folder = new();
    private Tool? _background;
    private string _port = Port;
    private bool _isEmpty = true;

    /// <param name="isUsageError">Whether it is refused before anything is tried.</param>
    public async Task<Step> Do(string line, bool isUsageError)
    {
        if (line == "^C")
        {
            await _background!.Signal("TERM");
            return Seen(line, await _background.End());
        }

        if (line.StartsWith("& ", StringComparison.Ordinal))
        {
            _isEmpty = false;
            var (command, wanted) = line.Split(" | ") is [var one, var other] ? (one, other) : throw new FormatException(line);
            var pattern = new Regex(Regex.Escape(wanted).Replace(@"\{port}", @"(\d+)"));
            _background = Cli.Start(_folder.Path, Words(command));
            _port = pattern.Match(await _background.Line(pattern.IsMatch)).Groups[1].Value;
            return new(line, []);
        }

        // Help needs no folder, wrong usage none that is empty, and what is quiet shows nothing: they are quicker inside this process.
        var words = Words(line);
        if ((isUsageError && _isEmpty) || words is [.., "--help"])
        {
            return Seen(line, await Cli.Run(words));
        }

        _isEmpty = false;

        if (words is ["pki", .., "--quiet"])
        {
            return Seen(line, await Cli.Run([.. words, "--folder", _folder.File("Certificates", "out")]));
        }

        await using var run = Cli.Start(_folder.Path, words);
        return Seen(line, await run.End());
    }

    public async ValueTask DisposeAsync()
    {
        if (_background is not null)
        {
            await _background.DisposeAsync();
        }

        _folder.Dispose();
    }

    private string[] Words(string line) => line["$ secureesp".Length..].Replace(Port, _port).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private Step Seen(string line, ToolResult result)
    {
        var text = Normalised.Of(result.All, _folder.Path).TrimEnd('\n');
        var code = result.ExitCode == 0 ? "" : $"[exit code {result.ExitCode}]";
        return new(line, [.. $"{text}\n{code}".Trim('\n').Split('\n').Where(l => text.Length + code.Length > 0)]);
    }
}
