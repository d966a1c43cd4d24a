using System.Text.Json;

namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary><c>mtls client</c> and <c>mtls server</c> as commands: levels of detail, JSON, what is missing.</summary>
public sealed class MtlsCommandTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    [TimedTheory]
    [InlineData(null, 0)]
    [InlineData("-v", 2)]
    [InlineData("-vv", 3)]
    [InlineData("-vvv", 4)]
    public async Task Each_v_shows_more(string? verbosity, int details)
    {
        await using var server = Server("--once");
        var result = await Client(await Port(server), verbosity is null ? [] : [verbosity]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var shown = result.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(details, shown.Length);
        Assert.All(shown.Take(1), line => Assert.StartsWith("  TLSv1.3 TLS_AES_", line));
        Assert.All(shown.Skip(1).Take(1), line => Assert.StartsWith("  peer: CN=server.test, issued by CN=SecureEsp Intermediate CA, O=SecureEsp, ", line));
        Assert.Equal(0, (await server.End()).ExitCode);
    }

    [TimedFact]
    public async Task JSON_has_code_flags_and_reasons_for_a_program()
    {
        await using var server = Server("--once", "--json");
        var result = await Client(await Port(server), ["--json", "--server-name", "other.test"]);
        Assert.Equal(1, result.ExitCode);
        using var json = JsonDocument.Parse(result.Output.TrimEnd('\n').Split('\n')[^1]);
        Assert.False(json.RootElement.GetProperty("verified").GetBoolean());
        Assert.Equal(-9984, json.RootElement.GetProperty("error").GetInt32());
        Assert.Equal(4, json.RootElement.GetProperty("flags").GetInt32());
        Assert.Equal("Certificate is for another name", json.RootElement.GetProperty("reasons")[0].GetString());
        Assert.StartsWith("error: the peer's certificate is refused: Certificate is for another name\nhint: ", result.Error);
    }

    [TimedFact]
    public async Task The_server_goes_on_after_a_refusal_and_ends_in_order_on_a_signal()
    {
        await using var server = Server();
        var port = await Port(server);
        Assert.Equal(1, (await Client(port, ["--certificate", fixture.Other.Layout.Device("dev-1").Certificate, "--private-key", fixture.Other.Layout.Device("dev-1").Key])).ExitCode);
        await server.Line(line => line == "Certificate verification result: Certificate not trusted");
        Assert.Equal(0, (await Client(port, [])).ExitCode);
        await server.Line(line => line == "SSL handshake successful");
        await server.Signal("TERM");
        Assert.Equal(0, (await server.End()).ExitCode);
    }

    [TimedTheory]
    [InlineData("--ca-certificate", "/no/such/ca.pem", 3, "CA certificate /no/such/ca.pem does not exist")]
    [InlineData("--private-key", "/no/such/key.pem", 3, "private key /no/such/key.pem does not exist")]
    [InlineData("--timeout", "0", 2, "'0' is not a number of seconds from 1 to 3600")]
    [InlineData("--tls-version", "1.1", 2, "'1.1' is none of any, 1.2, 1.3")]
    public async Task What_is_missing_or_wrong_is_named(string option, string value, int code, string words)
    {
        var result = await Client("1", [option, value]);
        Assert.Equal(code, result.ExitCode);
        Assert.Contains(words, result.Error);
    }

    [TimedFact]
    public async Task A_CA_file_that_is_none_is_named()
    {
        var result = await Client("1", ["--ca-certificate", fixture.Device.Key]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{fixture.Device.Key} is no PEM file of certificates", result.Error);
    }

    private static async Task<string> Port(Tool server)
    {
        var line = await server.Line(text => text.Contains("The port is ", StringComparison.Ordinal));
        var start = line.IndexOf("The port is ", StringComparison.Ordinal) + 12;
        return line[start..line.IndexOf('.', start)];
    }

    private Tool Server(params string[] more) => Cli.Start(
        Path.GetTempPath(), ["mtls", "server", "--ca-certificate", fixture.Root, "--certificate", fixture.Server.Certificate, "--private-key", fixture.Server.Key, "--port", "0", .. more]);

    // What is given replaces the good one.
    private Task<ToolResult> Client(string port, string[] more)
    {
        string[] good = ["--ca-certificate", fixture.Root, "--certificate", fixture.Device.Certificate, "--private-key", fixture.Device.Key, "--server", "localhost", "--port", port];
        var kept = good.Chunk(2).Where(pair => !more.Contains(pair[0])).SelectMany(pair => pair);
        return Cli.Run(["mtls", "client", .. kept, .. more]);
    }
}
