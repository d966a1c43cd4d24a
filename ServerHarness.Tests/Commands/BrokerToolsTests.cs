using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Programs;
using SecureEsp.ServerHarness.Tests.Broker;

namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary><c>broker check</c> and <c>broker config</c>.</summary>
public sealed class BrokerToolsTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private string Folder => fixture.Pki.Layout.Folder;

    private BrokerOptions Options => BrokerOptions.For(fixture.Pki, PkiFixture.ServerName);

    [TimedFact]
    public async Task Check_shows_what_gets_through_and_every_refusal_and_leaves_nothing_behind()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var result = await Check(broker.Port);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            [
                "ok     dev-1 publishes to its own topic, alice receives it: received",
                "ok     alice publishes to dev-1's topic, dev-1 receives it: received",
                "ok     dev-1 may not publish to another device's topic: Warning: Publish 1 failed: Not authorized.",
                "ok     dev-1 may not call a device, not even itself: Warning: Publish 1 failed: Not authorized.",
                "ok     dev-1 does not hear another device's topic: only its own is delivered",
            ],
            result.Output.Split('\n')[..5]);
        Assert.Equal(8, result.Output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
        var clients = new MqttClients(broker.Port, fixture.Root);
        await clients.Publish(fixture.Operator, "esp/end", "end", "-r");
        Assert.Equal("end", await clients.FirstRetained(fixture.Operator, "esp/+/app/check/#", "esp/end"));
    }

    [TimedFact]
    public async Task Check_finds_a_broker_without_rules()
    {
        // A device that is an operator too may do everything: the rules are there, and hold nobody.
        await using var broker = await MosquittoBroker.StartAsync(Options with { Operators = () => ["alice", "dev-1"] });
        var result = await Check(broker.Port, "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: 3 of the rules do not hold at this broker\nhint: ", result.Error);
        var failed = result.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)
            .Where(finding => !finding.GetProperty("passed").GetBoolean()).Select(finding => finding.GetProperty("seen").GetString());
        Assert.Equal(["it was accepted", "it was accepted", "heard 'foreign'"], failed);
    }

    [TimedFact]
    public async Task Check_of_a_broker_that_is_down_or_another_ones_is_exit_code_3()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var free = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var down = await Check(free);
        Assert.Equal(3, down.ExitCode);
        Assert.StartsWith($"error: no session with the broker at localhost:{free} as alice: ", down.Error);
        await using var foreign = await MosquittoBroker.StartAsync(BrokerOptions.For(fixture.Other, PkiFixture.ServerName));
        Assert.Equal(3, (await Check(foreign.Port)).ExitCode);
    }

    [TimedFact]
    public async Task Config_is_a_file_that_mosquitto_runs_once_its_commands_were_pasted()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await Tool.Run("chmod", "0755", folder.Path)).ExitCode);
        var files = folder.File("it's here");
        var port = FreePort.Find(IPAddress.Loopback);
        var result = await Cli.Run("broker", "config", "--json", "--folder", Folder, "--files", files, "--port", $"{port}", "--seed-topics");
        using var json = JsonDocument.Parse(result.Output);
        foreach (var command in json.RootElement.GetProperty("commands").EnumerateArray().Select(c => c.GetString()!.Replace("sudo ", "")))
        {
            var own = Environment.IsPrivilegedProcess ? command : command.Replace("-o mosquitto ", "");
            Assert.Equal((0, ""), ((await Tool.Run("sh", "-c", own)).ExitCode, ""));
        }

        await File.WriteAllTextAsync(folder.File("m.conf"), json.RootElement.GetProperty("configuration").GetString());
        await using var mosquitto = Tool.Start(ProgramSearch.Find("mosquitto", null)!, "-c", folder.File("m.conf"));
        await mosquitto.Line(line => line.EndsWith(" running", StringComparison.Ordinal));
        var check = await Check(port);
        Assert.True(check.ExitCode == 0, check.All);
        Assert.Equal("", (await new MqttClients(port, fixture.Root).Publish(fixture.Device, "/esp/log", "m", "-V", "5")).Error);
    }

    [TimedFact]
    public async Task Config_prints_the_file_with_the_commands_as_comments_and_the_rules_on_request()
    {
        var file = await Cli.Run("broker", "config", "--folder", Folder, "--bind", "0.0.0.0");
        Assert.Contains("\nlistener 8883 0.0.0.0\n", file.Output);
        Assert.Contains("\nrequire_certificate true\n", file.Output);
        Assert.Contains("\n# sudo install -o mosquitto -m 0600 ", file.Output);
        var rules = await Cli.Run("broker", "config", "--acl", "--folder", Folder);
        Assert.Contains("\nuser alice\ntopic readwrite #\n", rules.Output);
        Assert.DoesNotContain("/esp/log", rules.Output);
    }

    private Task<ToolResult> Check(int port, params string[] more) =>
        Cli.Run(["broker", "check", "--folder", Folder, "--port", $"{port}", "--device", "dev-1", .. more]);
}
