using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>
/// Who may use which topic: the text of mosquitto's acl_file. The user name is the certificate's common name, %u in a pattern.
/// What no line allows is denied: a publication is dropped, a message is not delivered. A device reads all below its own name and writes
/// what it tells there, but nothing that commands it: so whoever steals its certificate cannot call it, restart it or update it.
/// </summary>
internal static class AccessRules
{
    private static readonly string[] s_seedTopics =
    [
        "# The topics of the secure_esp firmware, which carry no device id: every device reads commands and writes the log.",
        "pattern write /esp/log",
        "pattern read /esp/update/#",
        "pattern read /esp/restart",
    ];

    // mosquitto has no exception for writing alone ("deny" takes reading, too), so what is allowed is listed.
    private static readonly string[] s_device =
    [
        "# A device hears what is below its own name, and tells there: its state, its log, answers to pings and to remote calls,",
        "# and whatever its application has to say below app. It cannot command itself: esp/ID/rpc is for operators to write.",
        "pattern read esp/%u/#",
        "pattern write esp/%u/status",
        "pattern write esp/%u/log",
        "pattern write esp/%u/pong",
        "pattern write esp/%u/update/state",
        "pattern write esp/%u/rpc/+/rpc",
        "pattern write esp/%u/app/#",
    ];

    public static string Write(BrokerOptions options)
    {
        string[] lines =
        [
            "# Written by secureesp for this run.",
            .. options.Operators().SelectMany(Operator),
            .. s_device,
            .. options.SeedTopics ? s_seedTopics : [],
        ];
        return string.Join('\n', lines) + "\n";
    }

    // A name that was put there by hand could end the line, or be another keyword.
    private static IEnumerable<string> Operator(string name)
    {
        ClientId.Check("operator", name);
        return [$"user {name}", "topic readwrite #", "topic read $SYS/#"];
    }
}
