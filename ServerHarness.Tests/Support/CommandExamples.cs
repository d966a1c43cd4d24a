using System.CommandLine;
using SecureEsp.ServerHarness.Commands;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>The examples of the help.</summary>
internal static class CommandExamples
{
    /// <summary>Those of every command, in the order of the help.</summary>
    public static IReadOnlyList<Example> All => [.. Below(CommandLine.Root(new(TextWriter.Null, TextWriter.Null, colour: false)))];

    /// <summary>What follows the program's name, split into words.</summary>
    /// <param name="command">As in <c>broker check</c>.</param>
    public static IReadOnlyList<string[]> Of(string command)
    {
        Command at = CommandLine.Root(new(TextWriter.Null, TextWriter.Null, colour: false));
        foreach (var name in command.Split(' '))
        {
            at = at.Subcommands.Single(one => one.Name == name);
        }

        return [.. ((HarnessCommand)at).Examples.Select(example => example.Arguments.Split(' '))];
    }

    private static IEnumerable<Example> Below(Command command) =>
        (command is HarnessCommand own ? own.Examples : []).Concat(command.Subcommands.SelectMany(Below));
}
