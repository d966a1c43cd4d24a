using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>The usual help, then the command's examples, or those of all commands below it, and the exit codes.</summary>
internal sealed class ExamplesHelp(HelpAction usual) : SynchronousCommandLineAction
{
    // Help is asked for instead of what the line may lack.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var writer = parseResult.InvocationConfiguration.Output;
        writer.WriteLine("Examples:");
        foreach (var example in Below(parseResult.CommandResult.Command))
        {
            writer.WriteLine($"  # {example.Effect}");
            writer.WriteLine($"  {Example.Program} {example.Arguments}");
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

    private static IEnumerable<Example> Below(Command command) =>
        (command is HarnessCommand own ? own.Examples : []).Concat(command.Subcommands.SelectMany(Below));
}
