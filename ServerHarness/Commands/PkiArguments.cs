using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>Arguments that the commands of <c>pki</c> share.</summary>
internal static class PkiArguments
{
    private static readonly string[] s_kinds = [Leaf.ServerKind, Leaf.DeviceKind, Leaf.OperatorKind];

    /// <summary>server, device or operator.</summary>
    public static Argument<string?> Kind(bool required = true)
    {
        var kind = Argument("KIND", "server, device or operator.", required);
        kind.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !token.Value.StartsWith('-') && !s_kinds.Contains(token.Value))
            {
                result.AddError($"'{token.Value}' is no kind of certificate: use server, device or operator");
            }
        });

        // The library asks for every argument's words at once: those of a kind are wanted only where none stands yet.
        kind.CompletionSources.Add(context =>
            Chosen(kind, context.ParseResult) is { } chosen && chosen != context.WordToComplete ? [] : s_kinds.Select(one => new CompletionItem(one)));
        return kind;
    }

    /// <summary>The name that it was issued under.</summary>
    public static Argument<string?> Name(bool required = true) => Argument("NAME", "Its id, or a server's first name.", required);

    /// <summary>The kind that a line names so far.</summary>
    public static string? Chosen(Argument<string?> kind, ParseResult line) => line.GetResult(kind)?.Tokens is [var token] ? token.Value : null;

    /// <summary>A mistyped option would otherwise be taken for a name.</summary>
    public static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
        {
            result.AddError($"unknown option '{token.Value}'");
        }
    }

    private static Argument<string?> Argument(string name, string description, bool required)
    {
        var argument = new Argument<string?>(name)
        {
            Description = description,
            Arity = required ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
        };
        argument.Validators.Add(RefuseOptions);
        return argument;
    }
}
