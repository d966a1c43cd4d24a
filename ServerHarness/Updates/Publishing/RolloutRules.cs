namespace SecureEsp.ServerHarness.Updates.Publishing;

/// <summary>Which release a device is offered. It does no I/O.</summary>
internal static class RolloutRules
{
    /// <param name="releases">Of the device's product.</param>
    /// <param name="groups">Members of each group.</param>
    /// <param name="reports">What devices have told.</param>
    /// <returns>The newest that it may have; null where there is none.</returns>
    public static Release? Choose(
        IEnumerable<Release> releases, string device, IReadOnlyDictionary<string, IReadOnlyList<string>> groups, IReadOnlyDictionary<string, DeviceReport> reports) =>
        releases.OrderByDescending(r => r.Sequence).FirstOrDefault(r => WhyNot(r, device, groups, reports) is null);

    /// <summary>Why a device is not offered a release; null where it is.</summary>
    public static string? WhyNot(
        Release release, string device, IReadOnlyDictionary<string, IReadOnlyList<string>> groups, IReadOnlyDictionary<string, DeviceReport> reports)
    {
        var rollout = release.Rollout;
        return release.Withdrawn ? "withdrawn"
            : IsStopped(release, reports) ? $"stopped: rolled back by {Failures(release, reports)} devices"
            : rollout.Groups.Count > 0 && !rollout.Groups.Any(g => groups.TryGetValue(g, out var members) && members.Contains(device)) ? "for other groups"
            : !rollout.IsChosen(release.Digest, device) ? $"not among {rollout.Percentage} %"
            : null;
    }

    public static bool IsStopped(Release release, IReadOnlyDictionary<string, DeviceReport> reports) =>
        release.Rollout.StopAfter > 0 && Failures(release, reports) >= release.Rollout.StopAfter;

    /// <summary>How many devices have given a release up.</summary>
    public static int Failures(Release release, IReadOnlyDictionary<string, DeviceReport> reports) => reports.Values.Count(r => r.RolledBack.Contains(release.Version));

    /// <summary>How many devices have confirmed it.</summary>
    public static int Confirmations(Release release, IReadOnlyDictionary<string, DeviceReport> reports) => reports.Values.Count(r => r.Confirmed == release.Version);
}
