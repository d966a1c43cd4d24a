using System.Text.RegularExpressions;
using SecureEsp.ServerHarness.Commands;

namespace SecureEsp.ServerHarness.Tests.Documents;

/// <summary>The command lines that users are shown: in the documents' blocks marked <c>sh</c>, and as examples of the help.</summary>
internal static partial class DocumentLines
{
    /// <summary>The help, as a document.</summary>
    public const string Help = "--help";

    // How a line begins that somebody may paste.
    private static readonly string[] s_programs =
    [
        "dotnet ", "secureesp ", "./", "bench/", "packages/", "openssl ", "gnutls-cli ", "mosquitto", "nanoff ", "python3 ", "curl ",
        "sudo ", "apt", "source ", "export ", "systemctl ", "docker ",
    ];

    /// <summary>All documents with a line in them.</summary>
    public static IEnumerable<string> Documents => Files().Where(name => Of(name).Count > 0).Append(Help);

    /// <summary>The lines of one document, in their order.</summary>
    public static IReadOnlyList<string> Of(string document) => document == Help
        ? [.. CommandExamples.All.Select(example => $"{ProgramName.FromSources} {example.Arguments}")]
        : [.. Blocks(document).Where(block => block.Language == "sh").SelectMany(block => block.Lines).Where(line => line.Length > 0 && line[0] != '#')];

    /// <summary>Lines that look like commands in blocks that are not marked: nobody would try them.</summary>
    public static IEnumerable<string> Unmarked() =>
        from document in Files()
        from block in Blocks(document)
        where block.Language != "sh"
        from line in block.Lines
        where s_programs.Any(program => line.StartsWith(program, StringComparison.Ordinal)) && !Voice().IsMatch(line)
        select $"{document}: {line}";

    // What the demo prints of a program, as in "curl      | exit 0".
    [GeneratedRegex(@"^\w+ {2,}\| ")]
    private static partial Regex Voice();

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Sources.Path(), "*.md", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 })
            .Select(path => Path.GetRelativePath(Sources.Path(), path).Replace('\\', '/'))
            .Where(name => !name.Contains("/bin/") && !name.Contains("/obj/")).Order(StringComparer.Ordinal);

    private static IEnumerable<(string Language, List<string> Lines)> Blocks(string document)
    {
        (string Language, List<string> Lines)? open = null;
        foreach (var line in File.ReadLines(Sources.Path(document)).Select(line => line.Trim()))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                open?.Lines.Add(line);
            }
            else if (open is { } block)
            {
                yield return block;
                open = null;
            }
            else
            {
                open = (line[3..], []);
            }
        }
    }
}
