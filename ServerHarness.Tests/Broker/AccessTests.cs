using SecureEsp.ServerHarness.Broker;

namespace SecureEsp.ServerHarness.Tests.Broker;

/// <summary>Who may use which topic, by the name in the certificate.</summary>
public sealed class AccessTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private const string Denied = "Not authorized";

    private BrokerOptions Options => BrokerOptions.For(fixture.Pki, PkiFixture.ServerName);

    [TimedTheory]
    [InlineData("esp/dev-1/log", true)]
    [InlineData("esp/dev-1/status", true)]
    [InlineData("esp/dev-1/pong", true)]
    [InlineData("esp/dev-1/app/b/c", true)]
    [InlineData("esp/dev-1/rpc/token/rpc", true)]
    [InlineData("esp/dev-1", false)]
    [InlineData("esp/dev-1/a/b/c", false)]
    [InlineData("esp/dev-2/log", false)]
    [InlineData("esp/dev-1x/log", false)]
    [InlineData("esp/", false)]
    [InlineData("/esp/log", false)]
    [InlineData("/esp/update/run", false)]
    [InlineData("t", false)]
    [InlineData("$SYS/broker/version", false)]
    public async Task A_device_tells_below_its_own_name_only(string topic, bool allowed)
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        Assert.Equal(allowed, await MayPublish(broker, topic));
    }

    [TimedTheory]
    [InlineData("esp/dev-1/rpc")]
    [InlineData("esp/dev-1/rpc/token")]
    [InlineData("esp/dev-1/update/run")]
    [InlineData("esp/dev-1/update/url")]
    [InlineData("esp/dev-1/restart")]
    [InlineData("esp/dev-1/ping")]
    [InlineData("esp/dev-2/rpc")]
    [InlineData("esp/dev-2/rpc/token/rpc")]
    public async Task A_device_commands_nobody_not_even_itself(string topic)
    {
        await using var broker = await MosquittoBroker.StartAsync(Options with { SeedTopics = true });
        Assert.False(await MayPublish(broker, topic));
    }

    [TimedFact]
    public async Task An_operator_calls_devices()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var result = await new MqttClients(broker.Port, fixture.Root).Publish(fixture.Operator, "esp/dev-1/rpc", "m", "-V", "5");
        Assert.DoesNotContain(Denied, result.All);
    }

    [TimedTheory]
    [InlineData("/esp/log", true)]
    [InlineData("esp/dev-1/log", true)]
    [InlineData("/esp/update/run", false)]
    [InlineData("/esp/restart", false)]
    [InlineData("esp/dev-2/log", false)]
    public async Task With_the_seeds_topics_a_device_writes_the_log_but_no_command(string topic, bool allowed)
    {
        await using var broker = await MosquittoBroker.StartAsync(Options with { SeedTopics = true });
        Assert.Equal(allowed, await MayPublish(broker, topic));
    }

    [TimedTheory]
    [InlineData("/esp/update/url", true, true)]
    [InlineData("/esp/restart", true, true)]
    [InlineData("/esp/update/url", false, false)]
    [InlineData("/esp/log", true, false)]
    [InlineData("esp/dev-2/status", true, false)]
    [InlineData("esp/dev-1/cmd", false, true)]
    [InlineData("$SYS/broker/version", true, false)]
    public async Task A_device_hears_commands_to_it_and_nothing_of_others(string topic, bool seedTopics, bool hears)
    {
        await using var broker = await MosquittoBroker.StartAsync(Options with { SeedTopics = seedTopics });
        var clients = new MqttClients(broker.Port, fixture.Root);
        if (!topic.StartsWith('$'))
        {
            await clients.Publish(fixture.Operator, topic, "foreign", "-r");
        }

        // Retained messages come in the order of the topics: the last one, its own, tells that no other will come.
        await clients.Publish(fixture.Operator, "esp/dev-1/end", "end", "-r");
        Assert.Equal(!hears, await clients.FirstRetained(fixture.Device, topic, "esp/dev-1/end") == "end");
    }

    [TimedFact]
    public async Task An_operator_commands_and_hears_every_device()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var clients = new MqttClients(broker.Port, fixture.Root);
        await clients.Publish(fixture.Device, "esp/dev-1/status", "online", "-r");
        Assert.Equal("online", await clients.FirstRetained(fixture.Operator, "esp/dev-1/status"));
        Assert.DoesNotContain(Denied, (await clients.Publish(fixture.Operator, "esp/dev-1/cmd", "m", "-V", "5")).All);
    }

    [TimedFact]
    public async Task A_device_cannot_leave_a_will_in_anothers_name()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var clients = new MqttClients(broker.Port, fixture.Root);
        await LeaveWill("esp/dev-2/status", "forged");
        await LeaveWill("esp/dev-1/status", "gone");
        Assert.Equal("gone", await clients.FirstRetained(fixture.Operator, "esp/dev-2/status", "esp/dev-1/status"));

        async Task LeaveWill(string topic, string text)
        {
            await using var dying = await clients.Subscribe(
                fixture.Device, "esp/dev-1/x", "--will-topic", topic, "--will-payload", text, "--will-retain", "--will-qos", "1");
            await dying.Signal("KILL");
            await using var waiting = await clients.Subscribe(fixture.Operator, "esp/dev-1/settled");
            await clients.Publish(fixture.Operator, "esp/dev-1/settled", "m");
            await waiting.End();
        }
    }

    [TimedTheory]
    [InlineData(true, "u'dev-2'")]
    [InlineData(false, "as dev-1")]
    public async Task With_one_session_per_name_nobody_takes_another_ones_client_id(bool locked, string seen)
    {
        var connected = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var broker = await MosquittoBroker.StartAsync(Options with { OneSessionPerName = locked }, it => it.Output += line =>
        {
            if (line.Contains("New client connected", StringComparison.Ordinal))
            {
                connected.TrySetResult(line);
            }
        });
        var clients = new MqttClients(broker.Port, fixture.Root);
        await clients.Publish(fixture.Pki.Layout.Device("dev-2"), "esp/dev-2/x", "m", "-i", "dev-1");
        var line = await connected.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Contains(seen, line);
        Assert.Equal(locked, line.Contains("as dev-2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_could_forge_a_rule_stops_the_start()
    {
        var e = Assert.Throws<HarnessException>(() => AccessRules.Write(Options with { Operators = () => ["alice\ntopic readwrite #"] }));
        Assert.Contains("control character U+000A", e.Message);
    }

    private async Task<bool> MayPublish(MosquittoBroker broker, string topic)
    {
        var result = await new MqttClients(broker.Port, fixture.Root).Publish(fixture.Device, topic, "m", "-V", "5");
        return !result.All.Contains(Denied, StringComparison.Ordinal);
    }
}
