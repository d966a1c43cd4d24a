using System.Diagnostics;
using System.Text.Json;

namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary><c>serve</c> and <c>broker</c> as processes, from the ready line to the signal.</summary>
public sealed class RunningCommandTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private string Folder => fixture.Pki.Layout.Folder;

    [TimedTheory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Serve_answers_logs_and_ends_in_order_on_a_signal(string signal)
    {
        await using var serve = Cli.Start(Folder, "serve", "--json", "--folder", Folder, "--https-port", "0", "--http-port", "0");
        using var ready = JsonDocument.Parse(await serve.Line(l => l.Contains("\"ready\"")));
        var port = new Uri(ready.RootElement.GetProperty("https").GetString()!).Port;
        Assert.Equal(200, (await TlsClient.Request(port, fixture.Root, fixture.Device)).Status);
        using var request = JsonDocument.Parse(await serve.Line(l => l.Contains("\"request\"")));
        Assert.Equal("dev-1", request.RootElement.GetProperty("commonName").GetString());
        Assert.Equal("TLSv1.3", request.RootElement.GetProperty("tls").GetString());
        await serve.Signal(signal);
        var end = await serve.End();
        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.EndsWith("{\"event\":\"stopped\"}\n", end.Output);
    }

    [TimedFact]
    public async Task Serve_required_is_what_the_flag_says()
    {
        await using var serve = Cli.Start(
            Folder, "serve", "--folder", Folder, "--https-port", "0", "--http-port", "0", "--client-certificates", "required");
        var ready = await serve.Line(l => l.StartsWith("ready ", StringComparison.Ordinal));
        var port = new Uri(ready.Split(' ')[1]).Port;
        await Assert.ThrowsAnyAsync<IOException>(() => TlsClient.Request(port, fixture.Root));
        Assert.Contains("no client certificate", await serve.Line(l => l.Contains("handshake refused")));
        Assert.Equal(200, (await TlsClient.Request(port, fixture.Root, fixture.Device)).Status);
    }

    [TimedFact]
    public async Task Broker_gets_ready_and_takes_mosquitto_with_it_on_a_signal()
    {
        await using var broker = Cli.Start(Folder, "broker", "--json", "--folder", Folder, "--port", "0");
        using var ready = JsonDocument.Parse(await broker.Line(l => l.Contains("\"ready\"")));
        var process = ready.RootElement.GetProperty("process").GetInt32();
        Assert.Equal("mosquitto", Process.GetProcessById(process).ProcessName);
        await broker.Signal("TERM");
        Assert.Equal(0, (await broker.End()).ExitCode);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(process));
    }

    [TimedFact]
    public async Task Broker_starts_mosquitto_again_when_it_is_killed()
    {
        await using var broker = Cli.Start(Folder, "broker", "--json", "--folder", Folder, "--port", "0");
        using var ready = JsonDocument.Parse(await broker.Line(l => l.Contains("\"ready\"")));
        await Tool.Signal(ready.RootElement.GetProperty("process").GetInt32(), "KILL");
        Assert.Contains("ended by itself with code 137", await broker.Line(l => l.Contains("\"crashed\"")));
        using var again = JsonDocument.Parse(await broker.Line(l => l.Contains("\"restarted\"")));
        Assert.Equal("mosquitto", Process.GetProcessById(again.RootElement.GetProperty("process").GetInt32()).ProcessName);
        await broker.Signal("TERM");
        Assert.Equal(0, (await broker.End()).ExitCode);
    }

    [TimedFact]
    public async Task Broker_fails_when_mosquitto_is_killed_and_no_restart_is_left()
    {
        await using var broker = Cli.Start(Folder, "broker", "--json", "--folder", Folder, "--port", "0", "--restart-limit", "0");
        using var ready = JsonDocument.Parse(await broker.Line(l => l.Contains("\"ready\"")));
        await Tool.Signal(ready.RootElement.GetProperty("process").GetInt32(), "KILL");
        var end = await broker.End();
        Assert.Equal(1, end.ExitCode);
        Assert.Contains("error: mosquitto ended by itself with code 137", end.Error);
    }

    [TimedFact]
    public async Task A_taken_port_and_a_missing_program_are_exit_code_3()
    {
        await using var serve = Cli.Start(Folder, "serve", "--folder", Folder, "--https-port", "0", "--http-port", "0");
        var ready = await serve.Line(l => l.StartsWith("ready ", StringComparison.Ordinal));
        var taken = $"{new Uri(ready.Split(' ')[1]).Port}";
        Assert.Equal(3, (await Cli.Run("serve", "--folder", Folder, "--https-port", taken, "--http-port", "0")).ExitCode);
        var broker = await Cli.Run("broker", "--folder", Folder, "--port", taken);
        Assert.Equal(3, broker.ExitCode);
        Assert.Contains($"error: port {taken} on 127.0.0.1 is taken by another program\nhint: ", broker.Error);
        var missing = await Cli.Run("broker", "--folder", Folder, "--port", "0", "--mosquitto", "no-such-program");
        Assert.Equal(3, missing.ExitCode);
        Assert.Contains("hint: sudo apt-get install mosquitto", missing.Error);
    }

    [TimedFact]
    public async Task Without_a_server_certificate_the_remedy_is_issue_and_with_several_it_is_name()
    {
        using var folder = new TemporaryFolder();
        string[] pki = ["--folder", folder.Path];
        await Cli.Run(["pki", "init", .. pki]);
        var none = await Cli.Run(["serve", .. pki]);
        Assert.Equal(3, none.ExitCode);
        Assert.Contains("hint: issue one: pki issue server", none.Error);
        await Cli.Run(["pki", "issue", "server", "a.test", .. pki]);
        await Cli.Run(["pki", "issue", "server", "b.test", .. pki]);
        var several = await Cli.Run(["broker", .. pki]);
        Assert.Equal(2, several.ExitCode);
        Assert.Contains("has several certificates: a.test, b.test\nhint: choose one with --name", several.Error);
    }
}
