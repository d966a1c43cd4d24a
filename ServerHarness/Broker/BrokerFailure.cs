namespace SecureEsp.ServerHarness.Broker;

/// <summary>Puts into words why mosquitto did not start, or did not stay.</summary>
internal static class BrokerFailure
{
    /// <summary>Whether it ended because its port was taken.</summary>
    public static bool IsPortTaken(IEnumerable<string> tail) =>
        tail.Any(line => line.Contains("Address already in use", StringComparison.Ordinal));

    public static HarnessException NotInstalled(BrokerOptions options) => new(
        $"the program '{options.Program}' was not found{(options.Program.Contains('/') ? "" : " in PATH")}",
        "sudo apt-get install mosquitto, or name it with --mosquitto PATH", ExitCode.Missing);

    public static HarnessException NotExecutable(string program, Exception e) => new(
        $"{program} cannot be run: {e.Message}", "install it again, or name the right program with --mosquitto PATH", ExitCode.Missing, e);

    public static HarnessException NotReady(BrokerOptions options, int port, int? exitCode, IReadOnlyList<string> tail)
    {
        if (IsPortTaken(tail))
        {
            return new(
                $"port {port} on {options.Address} is taken by another program",
                "stop it (an installed mosquitto: sudo systemctl stop mosquitto), or choose another with --port (0 picks a free one)",
                ExitCode.Missing);
        }

        var what = exitCode is { } code ? $"ended with code {code}" : $"was not ready within {options.StartTimeout.TotalSeconds:0.#} s";
        return tail.Any(line => line.Contains("Permission denied", StringComparison.Ordinal))
            ? new(
                $"mosquitto {what}: {Last(tail)}",
                "ports below 1024 are for root, and the temporary folder must be open to mosquitto's user",
                ExitCode.Missing)
            : new($"mosquitto {what}: {Last(tail)}", "the lines above are mosquitto's own words");
    }

    public static HarnessException Crashed(int exitCode, IReadOnlyList<string> tail) =>
        new($"mosquitto ended by itself with code {exitCode}: {Last(tail)}", "start it again; the lines above are mosquitto's own words");

    private static string Last(IReadOnlyList<string> tail) =>
        tail.LastOrDefault(line => line.Contains("Error", StringComparison.Ordinal)) ?? tail.LastOrDefault() ?? "it said nothing";
}
