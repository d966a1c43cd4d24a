namespace SecureEsp.ServerHarness.Tests.Mtls;

/// <summary>The three scenarios of the original demonstration with the firmware as one side: <c>--device</c>.</summary>
public sealed class SeedDeviceTests(SeedCertificates certificates) : IClassFixture<SeedCertificates>
{
    private const string Accepted = "SSL handshake successful\n";
    private const string Welcome = "Handshake successful!\n";
    private const string ClientNotTrusted = "SSL handshake failed. Error code: -9984\nCertificate verification result: Certificate not trusted\n";
    private const string ServerNotTrusted = "Handshake failed. Error code: -9984\nCertificate verification errors: Certificate not trusted\n";
    private const string ServerWasLeft = "SSL handshake failed. Error code: -80\nNo certificate verification errors\n";
    private const string ClientWasLeft = "Handshake failed. Error code: -80\nNo verification errors\n";

    [TimedTheory]
    [InlineData("ca", "server", "client", Accepted, Welcome)]
    [InlineData("ca", "server", "bad", ClientNotTrusted, ClientWasLeft)]
    [InlineData("bad_ca", "bad", "client", null, ServerNotTrusted)]
    public async Task The_device_is_the_client(string serverCa, string server, string client, string? serverSays, string clientSays)
    {
        var (serverEnd, clientEnd) = await Meet(Files(serverCa, server), [], Files("ca", client), ["--device"], _ => "localhost");

        // A virtual device shows its certificate before it has judged the server's: what such a server says of it is not the original's.
        Assert.Equal((serverSays == Accepted ? 0 : 1, serverSays ?? Outcome(serverEnd).Lines), Outcome(serverEnd));
        Assert.Equal((clientSays == Welcome ? 0 : 1, clientSays), Outcome(clientEnd));
    }

    [TimedTheory]
    [InlineData("ca", "server", "client", Accepted, Welcome)]
    [InlineData("ca", "server", "bad", ClientNotTrusted, ClientWasLeft)]
    [InlineData("bad_ca", "bad", "client", ServerWasLeft, ServerNotTrusted)]
    public async Task The_device_is_the_server(string serverCa, string server, string client, string serverSays, string clientSays)
    {
        var (serverEnd, clientEnd) = await Meet(Files(serverCa, server), ["--device"], Files("ca", client), ["--server-name", "localhost"], Address);
        Assert.Equal((serverSays == Accepted ? 0 : 1, serverSays), Outcome(serverEnd));

        // The firmware closes the connection of whom it refuses, where the original resets it.
        var (code, lines) = Outcome(clientEnd);
        Assert.Equal((clientSays == Welcome ? 0 : 1, clientSays), (code, lines.Replace("-29312", "-80")));
    }

    [TimedFact]
    public async Task What_the_firmware_says_is_told_as_JSON_too()
    {
        var (_, client) = await Meet(Files("ca", "server"), [], Files("ca", "bad"), ["--device", "--json"], _ => "localhost");
        Assert.EndsWith("{\"event\":\"result\",\"verified\":false,\"error\":-80}\n", client.Output);
    }

    private static string Address(Tool server) => server.Said.Split('\n').Single(line => line.StartsWith("The device's address is ", StringComparison.Ordinal))[24..].TrimEnd('.');

    private static async Task<(ToolResult Server, ToolResult Client)> Meet(
        string[] serverFiles, string[] serverOptions, string[] clientFiles, string[] clientOptions, Func<Tool, string> address)
    {
        await using var server = Cli.Start(Path.GetTempPath(), ["mtls", "server", .. serverFiles, .. serverOptions, "--port", "0", "--once"]);
        var port = (await server.Line(line => line.StartsWith("The port is ", StringComparison.Ordinal)))[12..].TrimEnd('.');
        var client = await Cli.Run(["mtls", "client", .. clientFiles, .. clientOptions, "--server", address(server), "--port", port]);
        return (await server.End(), client);
    }

    private string[] Files(string ca, string name) =>
        ["--ca-certificate", $"{certificates.Keys}/{ca}_cert.pem", "--certificate", $"{certificates.Keys}/{name}_cert.pem", "--private-key", $"{certificates.Keys}/{name}_key.pem"];

    // What the original prints last: the outcome.
    private static (int Code, string Lines) Outcome(ToolResult result)
    {
        var lines = result.Output.Split('\n').Where(line => line.Contains("andshake successful") || line.Contains("andshake failed") || line.Contains("erification"));
        return (result.ExitCode, string.Concat(lines.Select(line => line + "\n")));
    }
}
