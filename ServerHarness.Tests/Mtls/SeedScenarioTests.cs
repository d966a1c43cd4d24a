namespace SecureEsp.ServerHarness.Tests.Mtls;

/// <summary>The three scenarios of the original demonstration, with the lines that it prints.</summary>
public sealed class SeedScenarioTests(SeedCertificates certificates) : IClassFixture<SeedCertificates>
{
    private const string ServerStart = """
        Initializing seed CTR-DRBG ...
        Loading CA certificate...
        Loading server certificate...
        Loading server private key...
        Setting up SSL configuration...
        Setting up SSL context...
        Binding to port...
        Server is running. Waiting for connections...
        Client connected. Setting up SSL...

        """;

    private const string ClientStart = """
        Initializing seed CTR-DRBG...
        Loading CA certificate...
        Loading client certificate...
        Loading client private key...
        Setting up SSL configuration...
        Setting up SSL context...
        Connecting to server...
        Starting handshake...

        """;

    [TimedTheory]
    [InlineData("any")]
    [InlineData("1.2")]
    public async Task Successful_authentication(string version)
    {
        var (server, client) = await Run("ca", "server", "client", version);
        Assert.Equal((0, ServerStart + "SSL handshake successful\n"), server);
        Assert.Equal((0, ClientStart + "Handshake successful!\n"), client);
    }

    [TimedTheory]
    [InlineData("any")]
    [InlineData("1.2")]
    public async Task Correct_server_certificate_incorrect_client_certificate_access_refused(string version)
    {
        var (server, client) = await Run("ca", "server", "bad", version);
        Assert.Equal((1, ServerStart + "SSL handshake failed. Error code: -9984\nCertificate verification result: Certificate not trusted\n"), server);
        Assert.Equal((1, ClientStart + "Handshake failed. Error code: -80\nNo verification errors\n"), client);
    }

    [TimedFact]
    public async Task Incorrect_server_certificate_client_does_not_try_to_connect()
    {
        var (server, client) = await Run("bad_ca", "bad", "client", "any");
        Assert.Equal((1, ServerStart + "SSL handshake failed. Error code: -80\nNo certificate verification errors\n"), server);
        Assert.Equal((1, ClientStart + "Handshake failed. Error code: -9984\nCertificate verification errors: Certificate not trusted\n"), client);
    }

    // What the original does not print is left out: our port, the codes' names.
    private async Task<((int Code, string Lines) Server, (int Code, string Lines) Client)> Run(string serverCa, string serverName, string clientName, string version)
    {
        await using var server = Cli.Start(
            Path.GetDirectoryName(certificates.Keys)!, "mtls", "server", "--ca-certificate", $"keys/{serverCa}_cert.pem", "--certificate", $"keys/{serverName}_cert.pem",
            "--private-key", $"keys/{serverName}_key.pem", "--port", "0", "--once");
        var port = (await server.Line(line => line.StartsWith("The port is ", StringComparison.Ordinal)))[12..].TrimEnd('.');
        var client = await Cli.Run(
            "mtls", "client", "--ca-certificate", $"{certificates.Keys}/ca_cert.pem", "--certificate", $"{certificates.Keys}/{clientName}_cert.pem",
            "--private-key", $"{certificates.Keys}/{clientName}_key.pem", "--server", "localhost", "-p", port, "--tls-version", version);
        var ended = await server.End();
        return (Original(ended), Original(client));
    }

    private static (int, string) Original(ToolResult result) => (result.ExitCode, string.Concat(
        result.Output.Split('\n').Where(line => !line.StartsWith("The port is ", StringComparison.Ordinal) && !line.Contains(" (-0x", StringComparison.Ordinal) && line.Length > 0)
            .Select(line => line + "\n")));
}
