using System.CommandLine;
using SecureEsp.ServerHarness.Updates.Publishing;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary><c>update status</c>: what is published, and how it fares on the devices.</summary>
internal sealed class UpdateStatusCommand : HarnessCommand
{
    private readonly Option<string> _store = StoreOption.Make();

    public UpdateStatusCommand(Terminal terminal)
        : base(terminal, "status", "Show releases and what devices have reported, as the store has it: 'update serve --collect' listens to them and writes it there.") => Options.Add(_store);

    public override IReadOnlyList<Example> Examples => [new("update status", "of update-store")];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var store = new StoreFolder(line.GetRequiredValue(_store));
        store.RequireThere();
        var reports = store.Reports;
        foreach (var release in store.Releases.OrderBy(r => r.Product, StringComparer.Ordinal).ThenByDescending(r => r.Sequence))
        {
            var state = release.Withdrawn ? "withdrawn" : RolloutRules.IsStopped(release, reports) ? "stopped" : "offered";
            var (confirmed, failed) = (RolloutRules.Confirmations(release, reports), RolloutRules.Failures(release, reports));
            if (IsJson(line))
            {
                Terminal.Json(new { release, state, confirmed, rolledBack = failed });
                continue;
            }

            Terminal.Line($" {release.Product} {release.Version}: {confirmed} confirmed, {failed} rolled back; {Words(release.Rollout)}", state, state == "offered" ? "green" : "yellow");
        }

        foreach (var (device, report) in reports.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            if (IsJson(line))
            {
                Terminal.Json(new { device, report });
                continue;
            }

            Terminal.Line(Text.Printable($"  {device}: {report.Running ?? "?"}{(report.Trying is { } t ? $", tries {t}" : "")}{(report.LastError is { } e ? $", last error {e}" : "")} ({report.At:u})"));
        }

        return Task.FromResult(ExitCode.Ok);
    }

    private static string Words(Rollout rollout) =>
        $"{(rollout.Groups.Count == 0 ? "all" : string.Join(", ", rollout.Groups))}, {rollout.Percentage} %{(rollout.StopAfter > 0 ? $", stops after {rollout.StopAfter}" : "")}";
}
