using System.Globalization;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Programs;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>One run of mosquitto_pub or mosquitto_sub to its end.</summary>
internal static class ClientProgram
{
    /// <summary>Publishes one message and waits for the broker's answer; MQTT 5, since only there a denial is told.</summary>
    public static Task<ProgramRun> Publish(
        BrokerCheckOptions options, KeyPairFiles? shown, string topic, string message, bool retain, CancellationToken cancellation) =>
        Run("mosquitto_pub", [.. Connection(options, shown), "-V", "5", "-q", "1", "-t", topic, "-m", message, .. retain ? ["-r"] : Array.Empty<string>()], options, cancellation);

    /// <summary>Subscribes to topics and ends after the first message.</summary>
    public static Task<ProgramRun> First(BrokerCheckOptions options, KeyPairFiles shown, string[] topics, CancellationToken cancellation) =>
        Run("mosquitto_sub", [.. Connection(options, shown), "-V", "5", "-q", "1", "-C", "1", .. topics.SelectMany(topic => new[] { "-t", topic })], options, cancellation);

    /// <summary>Publishes without TLS.</summary>
    public static Task<ProgramRun> PublishPlain(BrokerCheckOptions options, string topic, CancellationToken cancellation) =>
        Run("mosquitto_pub", [.. Address(options), "-q", "1", "-t", topic, "-m", "plain"], options, cancellation);

    private static IEnumerable<string> Address(BrokerCheckOptions options) =>
        ["-h", options.Host, "-p", options.Port.ToString(CultureInfo.InvariantCulture)];

    private static IEnumerable<string> Connection(BrokerCheckOptions options, KeyPairFiles? shown) =>
    [
        .. Address(options), "--cafile", options.CaFile,
        .. shown is null ? Array.Empty<string>() : ["--cert", shown.Certificate, "--key", shown.Key],
    ];

    private static Task<ProgramRun> Run(string name, IEnumerable<string> arguments, BrokerCheckOptions options, CancellationToken cancellation) =>
        ProgramRun.RunAsync(name, arguments, "mosquitto-clients", options.Limit, input: null, cancellation);
}
