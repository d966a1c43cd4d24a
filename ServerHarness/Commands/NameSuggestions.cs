using System.CommandLine;
using System.CommandLine.Completions;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>Names that a shell may complete because the PKI has issued them.</summary>
internal static class NameSuggestions
{
    /// <summary>Names of one kind.</summary>
    /// <param name="kind">server, device or operator.</param>
    /// <param name="folder">The option that says where the PKI is.</param>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Of(string kind, Option<string> folder) =>
        context => Names(kind, context.ParseResult.GetValue(folder));

    /// <summary>Names of the kind that the line has chosen already.</summary>
    public static Func<CompletionContext, IEnumerable<CompletionItem>> Of(Argument<string?> kind, Option<string> folder) =>
        context => Names(PkiArguments.Chosen(kind, context.ParseResult), context.ParseResult.GetValue(folder));

    private static IEnumerable<CompletionItem> Names(string? kind, string? folder)
    {
        var layout = new PkiLayout(Path.GetFullPath(folder ?? "."));
        var parent = kind switch
        {
            Leaf.ServerKind => layout.Servers,
            Leaf.DeviceKind => layout.Devices,
            Leaf.OperatorKind => layout.Operators,
            _ => null,
        };
        return Directory.Exists(parent) ? Directory.GetDirectories(parent).Select(path => new CompletionItem(Path.GetFileName(path))) : [];
    }
}
