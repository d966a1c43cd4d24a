using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>
/// Who may use which topic: the text of mosquitto's acl_file. The user name is the certificate's common name, %u in a pattern.
/// What no line allows is denied: a publication is dropped, a message is not delivered.
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

    public static string Write(BrokerOptions options)
    {
        string[] lines =
        [
            "# Written by secureesp for this run.",
            .. options.Operators().SelectMany(Operator),
            "# A device has what is below its own name, and nothing else.",
            "pattern readwrite esp/%u/#",
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
