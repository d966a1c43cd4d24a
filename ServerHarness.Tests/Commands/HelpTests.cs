using System.CommandLine;
using SecureEsp.ServerHarness.Commands;

namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary>Help and usage errors.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> CommandPaths => [.. Paths(CommandLine.Root(Silent), "")];

    private static Terminal Silent => new(TextWriter.Null, TextWriter.Null, colour: false);

    [TimedTheory]
    [MemberData(nameof(CommandPaths))]
    public async Task Every_command_has_help_with_an_example_and_the_exit_codes(string path)
    {
        var result = await Cli.Run([.. Words(path), "--help"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches($@"Examples:\n  # .+\n  {System.Text.RegularExpressions.Regex.Escape(ProgramName.Here)} {path}", result.Output);
        Assert.Contains("Exit codes:\n  0  done", result.Output);
    }

    [TimedTheory]
    [MemberData(nameof(CommandPaths))]
    public async Task Every_command_refuses_an_unknown_flag_with_exit_code_2(string path)
    {
        var result = await Cli.Run([.. Words(path), "--no-such-flag"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Matches("^error: .*'--no-such-flag'.*\nhint: see .* --help\n$", result.Error);
        Assert.Equal("", result.Output);
    }

    [TimedTheory]
    [InlineData("", "error: which command? pki, update, serve, broker, board, mtls, device, demo, completion\n")]
    [InlineData("nonsense", "error: unknown command 'nonsense'\nhint: see ")]
    [InlineData("pki isue", "error: unknown command 'isue'\nhint: did you mean 'issue'? see ")]
    [InlineData("pki init extra", "error: unexpected argument 'extra'\n")]
    [InlineData("pki init --foldr x", "error: unknown option '--foldr'; unexpected argument 'x'\nhint: did you mean '--folder'? ")]
    [InlineData("pki issue device", "error: ID is missing\n")]
    [InlineData("pki decrypt-key a.pem", "error: --out is missing\n")]
    [InlineData("serve --https-port", "error: --https-port needs a value\n")]
    [InlineData("device run --limit x", "error: --limit: 'x' is not a number above 0 and at most 86400\n")]
    [InlineData("device run --limit -1", "'-1' is not a number above 0")]
    [InlineData("completion tcsh", "error: 'tcsh' is none of bash, zsh, fish, pwsh\n")]
    [InlineData("serve --https-port 70000", "'70000' is not a port from 0 to 65535")]
    [InlineData("serve --https-port -1", "'-1' is not a port")]
    [InlineData("broker --port many", "'many' is not a port")]
    [InlineData("serve --bind nowhere", "'nowhere' is not an IP address")]
    [InlineData("serve --client-certificates maybe", "'maybe' is none of off, optional, required")]
    public async Task Wrong_usage_is_told_in_one_line_with_exit_code_2(string line, string reason)
    {
        var result = await Cli.Run(Words(line));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(reason, result.Error);
        Assert.Equal(2, result.Error.TrimEnd('\n').Split('\n').Length);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Paths(Command command, string path) =>
        command.Subcommands.SelectMany(c => Paths(c, $"{path}{c.Name} ")).Prepend(path.TrimEnd());
}
