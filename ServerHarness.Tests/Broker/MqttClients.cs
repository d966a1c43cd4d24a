using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Broker;

/// <summary>mosquitto's own clients, with a certificate and key to present or none.</summary>
internal sealed class MqttClients(int port, string root)
{
    /// <summary>A subscriber that ends after one message; ready once the broker has confirmed the subscription.</summary>
    public async Task<Tool> Subscribe(KeyPairFiles shown, string topic, params string[] more)
    {
        // Into a pipe it would keep its words to itself until it ends: stdbuf makes it speak line by line.
        var subscriber = Tool.Start(
            "stdbuf", ["-oL", "mosquitto_sub", .. Common(shown), "-t", topic, "-q", "1", "-C", "1", "-W", "20", "-v", "-d", .. more]);
        await subscriber.Line(line => line.StartsWith("Subscribed (mid: 1): 1", StringComparison.Ordinal));
        return subscriber;
    }

    /// <summary>The first message that a new subscription to all these topics, in this order, is sent.</summary>
    public async Task<string> FirstRetained(KeyPairFiles shown, params string[] topics)
    {
        var result = await Tool.Run(
            "mosquitto_sub", [.. Common(shown), "-q", "1", "-C", "1", "-W", "20", .. topics.SelectMany(topic => new[] { "-t", topic })]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output.TrimEnd('\n');
    }

    public Task<ToolResult> Publish(KeyPairFiles? shown, string topic, string message, params string[] more) =>
        Tool.Run("mosquitto_pub", [.. Common(shown), "-t", topic, "-m", message, "-q", "1", .. more]);

    // "server.test" has no address in any DNS: the certificate's localhost is what these clients check.
    private string[] Common(KeyPairFiles? shown) =>
    [
        "-h", "localhost", "-p", $"{port}", "--cafile", root,
        .. shown is null ? Array.Empty<string>() : ["--cert", shown.Certificate, "--key", shown.Key],
    ];
}
