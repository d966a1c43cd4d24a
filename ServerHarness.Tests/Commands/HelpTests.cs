using System.CommandLine;
using SecureEsp.ServerHarness.Commands;

namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary>Help, usage errors, and examples that run as they stand.</summary>
public sealed class HelpTests
{
    // Where 'serve' listens unless told otherwise, as the examples have it.
    private const string ServeAddress = "localhost:8443";

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
    [InlineData("", "error: which command? one of pki, serve, broker, board, mtls, device, demo, completion\n")]
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

    // Thirty processes, one after the other.
    [TimedFact(Timeout = 300_000)]
    public async Task The_examples_of_pki_run_as_pasted_one_after_the_other()
    {
        using var folder = new TemporaryFolder();
        var all = Examples().Where(e => e.StartsWith("pki ", StringComparison.Ordinal)).ToList();
        foreach (var example in all.Where(e => !e.Contains(ServeAddress)))
        {
            await AssertRuns(folder.Path, example);
        }

        // Those that look at a running 'serve' find it at a free port.
        await using var serve = Cli.Start(folder.Path, "serve", "--name", "server.test", "--https-port", "0", "--http-port", "0");
        var ready = await serve.Line(l => l.StartsWith("ready ", StringComparison.Ordinal));
        var port = System.Text.RegularExpressions.Regex.Match(ready, @"https://127\.0\.0\.1:(\d+)/").Groups[1].Value;
        foreach (var example in all.Where(e => e.Contains(ServeAddress)))
        {
            await AssertRuns(folder.Path, example.Replace(ServeAddress, $"localhost:{port}"));
        }

        Assert.True(File.Exists(folder.File("Certificates", "out", "devices", "esp32-kitchen", "client.cert.pem")));
    }

    [TimedFact]
    public async Task The_examples_of_serve_and_broker_get_ready_and_end_in_order()
    {
        using var folder = new TemporaryFolder();
        foreach (var line in new[] { "pki init", "pki issue server server.test localhost 127.0.0.1" })
        {
            await using var run = Cli.Start(folder.Path, Words(line));
            Assert.Equal(0, (await run.End()).ExitCode);
        }

        // Only the ports differ from what stands in the help: the usual ones may be taken on this machine.
        foreach (var example in Examples().Where(e => IsService(e.Split(' '))))
        {
            var ports = example.StartsWith("serve", StringComparison.Ordinal) ? " --https-port 0 --http-port 0" : " --port 0";
            await using var run = Cli.Start(folder.Path, Words(example + ports));
            await run.Line(l => l.StartsWith("ready ", StringComparison.Ordinal));
            await run.Signal("TERM");
            Assert.Equal(0, (await run.End()).ExitCode);
        }
    }

    [TimedFact]
    public async Task The_examples_of_device_run_boot_and_end_in_order()
    {
        using var folder = new TemporaryFolder();
        foreach (var line in new[] { "pki init", "pki issue device esp32-s3-001" })
        {
            await using var run = Cli.Start(folder.Path, Words(line));
            Assert.Equal(0, (await run.End()).ExitCode);
        }

        foreach (var example in Examples().Where(e => e.StartsWith("device run", StringComparison.Ordinal)))
        {
            await using var run = Cli.Start(folder.Path, Words(example));
            await run.Line(l => l.Contains("{SSID} {PWD}"));
            if (!example.Contains("--until")) await run.Signal("TERM");
            Assert.Equal(0, (await run.End()).ExitCode);
        }
    }

    [TimedFact]
    public async Task The_examples_of_demo_show_the_page_and_the_exchange()
    {
        using var folder = new TemporaryFolder();
        foreach (var example in Examples().Where(e => e.Split(' ')[0] == "demo"))
        {
            await using var run = Cli.Start(folder.Path, Words(example));
            var result = await run.End();
            Assert.True(result.ExitCode == 0, result.All);
            Assert.Contains("HTTP/1.1 200 OK", result.All);
            Assert.Contains("hears esp/esp32-s3-001/pong hello", result.All);
        }
    }

    private static bool IsService(string[] words) => words[0] is "serve" or "broker" && words is not [_, "check" or "config", ..];

    private static async Task AssertRuns(string folder, string example)
    {
        await using var run = Cli.Start(folder, Words(example));
        var result = await run.End();
        Assert.True(result.ExitCode == 0, $"{example}: {result.All}");
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Examples() => Leaves(CommandLine.Root(Silent)).SelectMany(c => c.Examples).Select(e => e.Arguments);

    private static IEnumerable<HarnessCommand> Leaves(Command command) =>
        command.Subcommands.SelectMany(Leaves).Concat(command is HarnessCommand own ? [own] : []);

    private static IEnumerable<string> Paths(Command command, string path) =>
        command.Subcommands.SelectMany(c => Paths(c, $"{path}{c.Name} ")).Prepend(path.TrimEnd());
}
