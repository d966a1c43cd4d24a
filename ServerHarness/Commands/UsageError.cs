using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>What is wrong with a command line, in words for who typed it.</summary>
internal static partial class UsageError
{
    private const int NearDistance = 2;
    private const string UnknownCommand = "unknown command";

    /// <summary>What is wrong, and what to do about it.</summary>
    public static (string Message, string Hint) Of(ParseResult line)
    {
        var command = line.CommandResult.Command;
        var errors = line.Errors.Select(error => Words(error.Message, command)).Distinct().ToList();

        // Whoever mistypes a command has none, and the words behind it mean nothing: one error says it all.
        var told = errors.FirstOrDefault(error => error.StartsWith(UnknownCommand, StringComparison.Ordinal)) is { } one ? [one] : errors;
        var help = $"see {ProgramName.Here} {Path(command)}--help";
        return (Text.Printable(string.Join("; ", told)), Near(line) is { } near ? $"did you mean '{near}'? {help}" : help);
    }

    private static string Words(string message, Command command)
    {
        var text = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return text switch
        {
            "Required command was not provided" => $"which command? {string.Join(", ", command.Subcommands.Select(c => c.Name))}",
            _ when Unrecognized().Match(text) is { Success: true } m => Unknown(m.Groups[1].Value, command),
            _ when MissingArgument().Match(text) is { Success: true } m => $"{m.Groups[1].Value} is missing",
            _ when MissingValue().Match(text) is { Success: true } m => $"{m.Groups[1].Value} needs a value",
            _ when MissingOption().Match(text) is { Success: true } m => $"{m.Groups[1].Value} is missing",
            _ when NoneOf().Match(text) is { Success: true } m => $"'{m.Groups[1].Value}' is none of {m.Groups[2].Value.Replace("' '", ", ")}",
            _ => text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : "the command line cannot be read",
        };
    }

    private static string Unknown(string word, Command command) => word switch
    {
        ['-', ..] => $"unknown option '{word}'",
        _ when command.Subcommands.Count > 0 => $"{UnknownCommand} '{word}'",
        _ => $"unexpected argument '{word}'",
    };

    // The nearest command or option to the first word that is none.
    private static string? Near(ParseResult line)
    {
        var command = line.CommandResult.Command;
        return line.UnmatchedTokens is not [var word, ..]
            ? null
            : command.Subcommands.Select(c => c.Name).Concat(command.Options.Select(o => o.Name))
                .Where(name => name.StartsWith('-') == word.StartsWith('-'))
                .Select(name => (Name: name, Distance: Distance(word.Split('=')[0], name)))
                .Where(near => near.Distance <= NearDistance).OrderBy(near => near.Distance).FirstOrDefault().Name;
    }

    // Levenshtein's: how many letters must be added, taken away or changed.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    private static string Path(Command command) =>
        command is RootCommand ? "" : string.Concat(command.Parents.OfType<Command>().Select(Path)) + command.Name + " ";

    [GeneratedRegex("^Unrecognized command or argument '(.*)'$")]
    private static partial Regex Unrecognized();

    [GeneratedRegex("^Required argument '(.*)' missing for command: ")]
    private static partial Regex MissingArgument();

    [GeneratedRegex("^Required argument missing for option: '(.*)'$")]
    private static partial Regex MissingValue();

    [GeneratedRegex("^Option '(.*)' is required$")]
    private static partial Regex MissingOption();

    [GeneratedRegex("^Argument '(.*)' not recognized. Must be one of: '(.*)'$")]
    private static partial Regex NoneOf();
}
