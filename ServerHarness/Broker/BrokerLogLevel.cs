namespace SecureEsp.ServerHarness.Broker;

/// <summary>How much of mosquitto's log is passed on; each level has those before it.</summary>
public enum BrokerLogLevel
{
    /// <summary>What failed.</summary>
    Error,

    /// <summary>What may fail soon.</summary>
    Warning,

    /// <summary>Starts, stops, who connects as whom, refused handshakes.</summary>
    Information,

    /// <summary>Every packet, and which publication the rules denied.</summary>
    Debug,
}

/// <summary>Sorts lines of mosquitto's log, which carry no level but begin with a word for the two highest.</summary>
internal static class BrokerLog
{
    /// <summary>The log_type values of mosquitto.conf(5) that a level stands for.</summary>
    public static IEnumerable<string> Types(BrokerLogLevel level)
    {
        string[] all = ["error", "warning", "notice", "information", "debug", "subscribe", "unsubscribe"];
        return all.Take(level switch
        {
            BrokerLogLevel.Error => 1,
            BrokerLogLevel.Warning => 2,
            BrokerLogLevel.Information => 4,
            _ => all.Length,
        });
    }

    /// <summary>Whether a line is to be passed on. mosquitto itself always logs its start, by which it is known to be ready.</summary>
    public static bool Passes(string line, BrokerLogLevel level) =>
        level >= BrokerLogLevel.Information
        || line.Contains("Error", StringComparison.Ordinal)
        || (level == BrokerLogLevel.Warning && line.Contains("Warning", StringComparison.Ordinal));
}
