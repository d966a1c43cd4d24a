namespace SecureEsp.ServerHarness.Tests.Transcripts;

/// <summary>One thing that is done in a transcript, and what was seen.</summary>
/// <param name="Line">
/// <c>$ secureesp …</c> runs to its end. <c>&amp; secureesp … | TEXT</c> starts in the background and goes on until it has printed the text, in
/// which {port} is a number to be used in later lines. <c>^C</c> ends the one in the background and shows all it said.
/// </param>
/// <param name="Seen">Output, then errors, then the exit code if it is not 0.</param>
internal sealed record Step(string Line, IReadOnlyList<string> Seen);

/// <summary>A file of command lines with what a person sees, run in an empty folder from top to bottom.</summary>
internal static class Transcript
{
    public static string Folder => Sources.Path("ServerHarness.Tests", "Transcripts", "Recorded");

    /// <summary>All of them, by the commands that they show.</summary>
    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    public static IReadOnlyList<Step> Read(string name)
    {
        var steps = new List<Step>();
        var seen = new List<string>();
        foreach (var line in File.ReadAllLines(Path.Combine(Folder, name + ".txt")))
        {
            if (line is "^C" || line.StartsWith("$ ", StringComparison.Ordinal) || line.StartsWith("& ", StringComparison.Ordinal))
            {
                steps.Add(new(line, seen = []));
            }
            else
            {
                seen.Add(line);
            }
        }

        return steps;
    }

    public static void Write(string name, IEnumerable<Step> steps) =>
        File.WriteAllText(Path.Combine(Folder, name + ".txt"), string.Concat(steps.SelectMany(s => s.Seen.Prepend(s.Line)).Select(line => line + "\n")));
}
