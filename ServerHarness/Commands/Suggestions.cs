using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>
/// Answers a shell that completes a line: <c>secureesp [suggest:POSITION] "secureesp pki is"</c> prints <c>issue</c>. Each line of
/// the answer stands for the whole word at the position. Options only where a word begins with -; otherwise files would never be offered.
/// </summary>
internal sealed class Suggestions(SuggestDirective directive) : SynchronousCommandLineAction
{
    // What was typed so far is rarely right.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var typed = parseResult.Tokens.LastOrDefault(t => t.Type != TokenType.Directive)?.Value ?? "";
        var given = parseResult.GetResult(directive)?.Values is [var text, ..] && int.TryParse(text, out var number) ? number : typed.Length;
        foreach (var word in For(parseResult.RootCommandResult.Command, typed[..Math.Clamp(given, 0, typed.Length)]))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(word);
        }

        return ExitCode.Ok;
    }

    /// <summary>The words that may stand at the end of a line instead of the one begun there.</summary>
    internal static IReadOnlyList<string> For(Command root, string line)
    {
        var words = CommandLineParser.SplitCommandLine(line).ToList();
        var begun = words.Count > 0 && !char.IsWhiteSpace(line[^1]) ? words[^1] : "";
        words = begun.Length > 0 ? words[..^1] : words;
        if (words is [var program, ..] && System.IO.Path.GetFileNameWithoutExtension(program) == "secureesp")
        {
            words.RemoveAt(0);
        }

        // --key=p2 is --key p2; the library finds nothing behind the sign.
        var option = begun.StartsWith('-') && begun.IndexOf('=') is > 0 and var sign ? begun[..(sign + 1)] : "";
        if (option.Length > 0)
        {
            words.Add(option[..^1]);
        }

        var value = begun[option.Length..];
        var asked = string.Join(' ', words.Append(value).Select(Quoted));
        return
        [
            .. root.Parse(asked).GetCompletions(asked.Length).Select(c => c.Label)
                .Where(word => word.StartsWith(value, StringComparison.Ordinal) && !word.StartsWith('/') && word is not ("-?" or "-h"))
                .Where(word => word.StartsWith('-') == (value.StartsWith('-') && option.Length == 0))
                .Distinct().Select(word => option + word),
        ];
    }

    private static string Quoted(string word) => word.Any(char.IsWhiteSpace) ? $"\"{word}\"" : word;
}
