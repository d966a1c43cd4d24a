using System.Text.RegularExpressions;

namespace SecureEsp.ServerHarness.Updates.Publishing;

/// <summary>What the lines of a device's log topic tell of its updates.</summary>
/// <param name="Running">The application that it runs, in its words.</param>
/// <param name="Trying">Version that it has stored last and not yet decided on.</param>
/// <param name="Confirmed">Version that it has confirmed last, or runs without a trial.</param>
/// <param name="RolledBack">Versions that it has given up.</param>
/// <param name="LastError">The last error of an update, with its reason code.</param>
/// <param name="At">When it spoke last.</param>
public sealed partial record DeviceReport(string? Running, string? Trying, string? Confirmed, IReadOnlyList<string> RolledBack, string? LastError, DateTimeOffset At)
{
    private const int MostRolledBack = 32;

    public static DeviceReport None { get; } = new(null, null, null, [], null, DateTimeOffset.UnixEpoch);

    /// <summary>With what one more line tells; the same where it tells nothing of updates.</summary>
    public DeviceReport Hear(string line, DateTimeOffset at) => Known().Match(line) switch
    {
        { Success: false } => this,
        var m when m.Groups["installed"].Success => this with { Running = m.Groups["running"].Value, Confirmed = m.Groups["installed"].Value, At = at },
        var m when m.Groups["running"].Success => this with { Running = m.Groups["running"].Value, At = at },
        var m when m.Groups["stored"].Success => this with { Trying = m.Groups["stored"].Value, At = at },
        var m when m.Groups["confirmed"].Success => this with { Confirmed = m.Groups["confirmed"].Value, Trying = null, At = at },
        var m when m.Groups["name"].Value == "rolled-back" && Trying is { } given =>
            this with { Trying = null, RolledBack = [.. RolledBack.Except([given]).TakeLast(MostRolledBack - 1), given], LastError = m.Groups["error"].Value, At = at },
        var m => this with { LastError = m.Groups["error"].Value, At = at },
    };

    [GeneratedRegex(@"^secure_esp: (?:Running application: (?<running>.{1,128}? (?<installed>\d{1,5}\.\d{1,5}\.\d{1,5}) from slot [AB]|.{1,128})|\[SUCCESS\] Update to (?<stored>\d{1,5}\.\d{1,5}\.\d{1,5}) is stored and verified.*"
        + @"|\[SUCCESS\] Update to (?<confirmed>\d{1,5}\.\d{1,5}\.\d{1,5}) is confirmed|\[ERROR\] Update: (?<error>(?:\d{3} (?<name>[a-z-]{1,40}): )?.{1,300}))$")]
    private static partial Regex Known();
}
