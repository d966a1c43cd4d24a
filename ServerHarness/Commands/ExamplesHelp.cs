using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>The usual help, then examples of the command and of those below it, and the exit codes.</summary>
internal sealed class ExamplesHelp(HelpAction usual) : SynchronousCommandLineAction
{
    // Help is asked for instead of what the line may lack.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var writer = parseResult.InvocationConfiguration.Output;
        writer.WriteLine("Examples:");
        foreach (var example in Of(parseResult.CommandResult.Command))
        {
            writer.WriteLine($"  # {example.Effect}");
            writer.WriteLine($"  {ProgramName.Here} {example.Arguments}");
        }

        writer.WriteLine();
        writer.WriteLine("Exit codes:");
        writer.WriteLine($"  {ExitCode.Ok}  done, or nothing was left to do");
        writer.WriteLine($"  {ExitCode.Failed}  the operation failed");
        writer.WriteLine($"  {ExitCode.Usage}  wrong usage: nothing was tried");
        writer.WriteLine($"  {ExitCode.Missing}  a needed program, port, file or folder cannot be had");
        foreach (var (code, meaning) in (parseResult.CommandResult.Command as HarnessCommand)?.OwnExitCodes ?? [])
        {
            writer.WriteLine($"  {code}  {meaning}");
        }

        return result;
    }

    // A command's own, and one of each below it; of the program one of each part.
    private static IEnumerable<Example> Of(Command command) =>
        (command is HarnessCommand own ? own.Examples : [])
            .Concat(command.Subcommands.SelectMany(c => command is RootCommand ? First(c).Take(1) : First(c)));

    private static IEnumerable<Example> First(Command command) =>
        command is HarnessCommand own ? own.Examples.Take(1).Concat(command.Subcommands.SelectMany(First)) : command.Subcommands.SelectMany(First);
}
