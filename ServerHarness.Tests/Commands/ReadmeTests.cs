using System.CommandLine;
using System.Runtime.CompilerServices;
using SecureEsp.ServerHarness.Commands;

namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary>No document shows a command line that the program does not take.</summary>
public sealed class ReadmeTests
{
    public static TheoryData<string, string> Lines
    {
        get
        {
            var lines = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(Root(), "*.md", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }))
            {
                foreach (var line in File.ReadLines(file).Select(l => l.Trim()).Where(l => l.StartsWith(ProgramName.FromSources, StringComparison.Ordinal)))
                {
                    lines.Add(Path.GetRelativePath(Root(), file), line[ProgramName.FromSources.Length..].Trim());
                }
            }

            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_command_line_of_the_documents_is_taken(string file, string line)
    {
        // A comment may follow, and another line of the shell.
        var parsed = CommandLine.Root(new(TextWriter.Null, TextWriter.Null, colour: false)).Parse(line.Split(" #")[0].TrimEnd('\\', ' ', '&'));
        Assert.True(parsed.Errors.Count == 0, $"{file}: {string.Join("; ", parsed.Errors.Select(error => error.Message))}");
    }

    [Fact]
    public void There_are_such_lines() => Assert.True(Lines.Count > 5);

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
