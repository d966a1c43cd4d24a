using SecureEsp.ServerHarness.Updates.Publishing;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>Who is offered what, in stages, and when it stops.</summary>
public sealed class RolloutTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> s_groups = new() { ["kitchen"] = ["esp-1", "esp-2"] };

    [Fact]
    public void The_newest_is_offered_that_a_device_may_have()
    {
        var releases = new[] { Make("1.0.0", 1, new([])), Make("1.1.0", 2, new(["kitchen"])), Make("1.2.0", 3, new([])) with { Withdrawn = true } };
        Assert.Equal("1.1.0", Choose(releases, "esp-1"));
        Assert.Equal("1.0.0", Choose(releases, "esp-3"));
    }

    [Fact]
    public void A_group_that_is_gone_has_no_devices() => Assert.Null(Choose([Make("1.0.0", 1, new(["cellar"]))], "esp-1"));

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(50)]
    public void A_percentage_is_about_that_part_of_the_fleet_and_the_same_at_every_request(int percentage)
    {
        var release = Make("1.0.0", 1, new([], percentage));
        var chosen = Enumerable.Range(0, 10_000).Count(i => Choose([release], $"esp-{i}") is not null);
        Assert.InRange(chosen, percentage * 100 * 0.8 - 30, percentage * 100 * 1.2 + 30);
        Assert.Equal(chosen, Enumerable.Range(0, 10_000).Count(i => Choose([release], $"esp-{i}") is not null));
    }

    [Fact]
    public void A_larger_percentage_keeps_who_had_it()
    {
        for (var i = 0; i < 1000; i++)
            if (new Rollout([], 10).IsChosen("d", $"esp-{i}")) Assert.True(new Rollout([], 20).IsChosen("d", $"esp-{i}"));
    }

    [Fact]
    public void It_stops_once_enough_devices_have_rolled_it_back()
    {
        var release = Make("1.1.0", 2, new([], 100, StopAfter: 2));
        var reports = new Dictionary<string, DeviceReport> { ["esp-1"] = DeviceReport.None with { RolledBack = ["1.1.0"] }, ["esp-2"] = DeviceReport.None with { RolledBack = ["1.0.0"] } };
        Assert.Equal("1.1.0", RolloutRules.Choose([release], "esp-3", s_groups, reports)?.Version);
        reports["esp-3"] = DeviceReport.None with { RolledBack = ["1.1.0"] };
        Assert.Null(RolloutRules.Choose([release], "esp-4", s_groups, reports));
        Assert.Equal("stopped: rolled back by 2 devices", RolloutRules.WhyNot(release, "esp-4", s_groups, reports));
    }

    [Fact]
    public void A_devices_log_lines_tell_how_it_fares()
    {
        var at = DateTimeOffset.UnixEpoch.AddDays(1);
        var report = DeviceReport.None
            .Hear("secure_esp: Running application: Blink 1.0.0 of slot A", at)
            .Hear("secure_esp: [SUCCESS] Update to 1.1.0 is stored and verified, restarting to try it", at);
        Assert.Equal(("Blink 1.0.0 of slot A", "1.1.0"), (report.Running, report.Trying));
        Assert.Equal("1.1.0", report.Hear("secure_esp: [SUCCESS] Update to 1.1.0 is confirmed", at).Confirmed);

        var failed = report.Hear("secure_esp: [ERROR] Update: 711 rolled-back: the application was given up after its last attempt (System.Exception: no)", at);
        Assert.Equal(["1.1.0"], failed.RolledBack);
        Assert.Null(failed.Trying);
        Assert.StartsWith("711 rolled-back: ", failed.LastError);
        Assert.Equal(failed.RolledBack, failed.Hear("secure_esp: [ERROR] Update: 711 rolled-back: again", at).RolledBack);
    }

    [Theory]
    [InlineData("Blink.Application 1.1.0 from slot A", "1.1.0")]
    [InlineData("Blink.Application 1.1.0 from slot A, on trial", null)]
    [InlineData("Blink on GPIO 9", null)]
    public void What_runs_without_a_trial_was_confirmed(string running, string? confirmed)
    {
        var report = DeviceReport.None.Hear($"secure_esp: Running application: {running}", DateTimeOffset.UtcNow);
        Assert.Equal((running, confirmed), (report.Running, report.Confirmed));
    }

    [Theory]
    [InlineData("anything")]
    [InlineData("secure_esp: ESP32 successfully booted and connected (^_^)")]
    [InlineData("[SUCCESS] Update to 1.1.0 is confirmed")]
    [InlineData("secure_esp: [SUCCESS] Update to 1.1 is confirmed")]
    public void Other_lines_tell_nothing(string line) => Assert.Same(DeviceReport.None, DeviceReport.None.Hear(line, DateTimeOffset.UtcNow));

    private static string? Choose(IEnumerable<Release> releases, string device) => RolloutRules.Choose(releases, device, s_groups, new Dictionary<string, DeviceReport>())?.Version;

    private static Release Make(string version, uint sequence, Rollout rollout) =>
        new("Blink", version, sequence, $"Blink/{version}", $"digest of {version}", "etag", 1, DateTimeOffset.UnixEpoch, rollout);
}
