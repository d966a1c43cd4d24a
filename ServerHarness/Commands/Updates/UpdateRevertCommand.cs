using System.CommandLine;
using SecureEsp.ServerHarness.Updates.Publishing;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary><c>update revert</c>: a release is offered to nobody any more, or again.</summary>
internal sealed class UpdateRevertCommand : HarnessCommand
{
    private readonly Argument<string> _product = UpdateOptions.File("PRODUCT", "The product.");
    private readonly Option<string?> _version = new("--version") { Description = "The release; the newest unless given.", HelpName = "VERSION" };
    private readonly Option<bool> _undo = new("--undo") { Description = "Offer it again." };
    private readonly Option<string> _store = StoreOption.Make();

    public UpdateRevertCommand(Terminal terminal)
        : base(terminal, "revert", "Offer a release to nobody more. Devices that have confirmed it keep it: to take it back, publish the old code under a higher version.")
    {
        Arguments.Add(_product);
        foreach (var option in new Option[] { _version, _undo, _store })
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("update revert Blink --version 1.1.0", "devices that ask are offered 1.0.0 again"),
        new("update revert Blink --version 1.1.0 --undo", "and now 1.1.0 after all"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var store = new StoreFolder(line.GetRequiredValue(_store));
        var release = StoreOption.Find(store, line.GetRequiredValue(_product), line.GetValue(_version)) with { Withdrawn = !line.GetValue(_undo) };
        store.Replace(release);
        if (IsJson(line))
        {
            Terminal.Json(release);
        }
        else
        {
            Terminal.Line($" {release.Product} {release.Version}", release.Withdrawn ? "withdrawn" : "offered", "green");
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
