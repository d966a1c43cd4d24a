using System.CommandLine;
using SecureEsp.ServerHarness.Updates.Publishing;

namespace SecureEsp.ServerHarness.Commands.Updates;

/// <summary>--store, where published bundles are.</summary>
internal static class StoreOption
{
    public static Option<string> Make() => new("--store")
    {
        Description = "The store's folder: bundles, releases, groups and what devices report.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "update-store",
    };

    /// <summary>The release of a version, or the newest one.</summary>
    /// <exception cref="HarnessException">There is none.</exception>
    public static Release Find(StoreFolder store, string product, string? version)
    {
        store.RequireThere();
        return store.Releases.Where(r => r.Product == product && (version is null || r.Version == version)).MaxBy(r => r.Sequence)
            ?? throw new HarnessException($"the store has no {Text.Printable($"{product} {version}".TrimEnd())}", "see what is there: update status", ExitCode.Missing);
    }
}
