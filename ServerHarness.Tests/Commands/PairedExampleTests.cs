namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary>Examples that need another one to run beside them, as pasted; only the ports differ, which may be taken on this machine.</summary>
public sealed class PairedExampleTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        foreach (var line in new[] { "init", "issue server server.test localhost 127.0.0.1", "issue device esp32-kitchen", "issue operator alice" })
        {
            Assert.Equal(0, (await Run(["pki", .. line.Split(' ')])).ExitCode);
        }
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [TimedFact]
    public async Task broker_check_finds_all_in_order_at_broker()
    {
        await using var broker = Cli.Start(_folder.Path, ["broker", "--port", "0"]);
        var port = (await broker.Line(line => line.StartsWith("ready ", StringComparison.Ordinal))).Split(':')[^1];
        foreach (var example in CommandExamples.Of("broker check"))
        {
            var result = await Run([.. example, "--port", port]);
            Assert.True(result.ExitCode == 0, result.All);
        }
    }

    [TimedFact]
    public async Task broker_config_prints()
    {
        foreach (var example in CommandExamples.Of("broker config"))
        {
            var result = await Run(example);
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
            Assert.StartsWith("# Written by secureesp", result.Output);
        }
    }

    [TimedFact]
    public async Task mtls_client_is_verified_by_mtls_server()
    {
        await using var server = Cli.Start(_folder.Path, [.. CommandExamples.Of("mtls server").Single(), "--port", "0"]);
        var port = (await server.Line(line => line.StartsWith("The port is ", StringComparison.Ordinal)))[12..].TrimEnd('.');
        foreach (var example in CommandExamples.Of("mtls client"))
        {
            var result = await Run([.. example, "--port", port]);
            Assert.True(result.ExitCode == 0, result.All);
        }
    }

    private async Task<ToolResult> Run(string[] words)
    {
        await using var run = Cli.Start(_folder.Path, words);
        return await run.End();
    }
}
