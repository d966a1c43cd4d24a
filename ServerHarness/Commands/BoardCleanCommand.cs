using System.CommandLine;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>board clean</c>: removes what <c>board provision</c> wrote.</summary>
internal sealed class BoardCleanCommand : HarnessCommand
{
    private readonly BoardFlags _flags = new();

    public BoardCleanCommand(Terminal terminal)
        : base(terminal, "clean", "Remove the files of 'board provision', which hold a copy of the device's private key. The PKI keeps its own.") =>
        _flags.AddTo(this);

    public override IReadOnlyList<Example> Examples => [new("board clean esp32-kitchen", "once the board has them")];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var removed = _flags.Files(line).Remove();
        if (IsJson(line))
        {
            Terminal.Json(new { removed });
        }
        else if (removed.Count == 0)
        {
            Terminal.Line("nothing was there");
        }

        foreach (var path in IsJson(line) ? [] : removed)
        {
            Terminal.Line($" {path}", "removed", "green");
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
