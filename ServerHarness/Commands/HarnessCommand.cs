using System.CommandLine;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>A command that does something. A new one is a class like this and one line in <see cref="CommandLine"/>.</summary>
public abstract class HarnessCommand : Command
{
    private readonly Option<bool> _json = new("--json") { Description = "Write results as JSON, one document per line." };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "Write no lines for people: the exit code, files and errors say it all." };

    protected HarnessCommand(Terminal terminal, string name, string description)
        : base(name, description)
    {
        Terminal = terminal;
        Options.Add(_json);
        Options.Add(_quiet);
        SetAction((line, cancellation) =>
        {
            terminal.IsQuiet = line.GetValue(_quiet);
            return RunWithProgressAsync(line, cancellation);
        });
    }

    /// <summary>Lines that run as pasted: what follows the program's name, and what it does.</summary>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>Exit codes that only this command has, and what they mean.</summary>
    public virtual IReadOnlyList<(int Code, string Meaning)> OwnExitCodes => [];

    /// <summary>What a terminal shows while the command takes its time, as in <c>making keys</c>; null where lines come on the way.</summary>
    protected virtual string? Doing => null;

    /// <summary>Where results and errors go.</summary>
    protected Terminal Terminal { get; }

    /// <summary>Whether results are for a program.</summary>
    protected bool IsJson(ParseResult line) => line.GetValue(_json);

    /// <summary>Does the work. Failures are thrown as <see cref="HarnessException"/>.</summary>
    /// <param name="cancellation">Cancelled by SIGINT and SIGTERM.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    protected abstract Task<int> RunAsync(ParseResult line, CancellationToken cancellation);

    private async Task<int> RunWithProgressAsync(ParseResult line, CancellationToken cancellation)
    {
        using var progress = Doing is { } what ? Terminal.Progress(what) : null;
        return await RunAsync(line, cancellation);
    }
}

/// <summary>A line that runs as pasted.</summary>
/// <param name="Arguments">What follows the program's name.</param>
/// <param name="Effect">What it does.</param>
public sealed record Example(string Arguments, string Effect);
