using SecureEsp.ServerHarness.Broker;

namespace SecureEsp.ServerHarness.Tests.Broker;

/// <summary>Who gets through to the broker, and who does not.</summary>
public sealed class DeliveryTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private BrokerOptions Options => BrokerOptions.For(fixture.Pki, PkiFixture.ServerName);

    [TimedFact]
    public async Task A_message_goes_from_a_device_to_an_operator()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var clients = new MqttClients(broker.Port, fixture.Root);
        await using var subscriber = await clients.Subscribe(fixture.Operator, "esp/dev-1/log");
        Assert.Equal(0, (await clients.Publish(fixture.Device, "esp/dev-1/log", "hello")).ExitCode);
        Assert.Contains("esp/dev-1/log hello\n", (await subscriber.End()).Output);
    }

    [TimedFact]
    public async Task The_user_name_is_the_certificates_and_not_what_the_client_claims()
    {
        var seen = new TaskCompletionSource<string>();
        await using var broker = await MosquittoBroker.StartAsync(Options, it => it.Output += line =>
        {
            if (line.Contains("as claimed-id", StringComparison.Ordinal))
            {
                seen.TrySetResult(line);
            }
        });
        await new MqttClients(broker.Port, fixture.Root).Publish(fixture.Device, "t", "m", "-i", "claimed-id", "-u", "admin", "-P", "x");
        Assert.Contains("u'dev-1'", await seen.Task.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [TimedFact]
    public async Task An_operator_may_connect()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        Assert.Equal(0, (await new MqttClients(broker.Port, fixture.Root).Publish(fixture.Operator, "t", "m")).ExitCode);
    }

    [TimedFact]
    public async Task Without_a_certificate_there_is_no_session()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        Assert.NotEqual(0, (await new MqttClients(broker.Port, fixture.Root).Publish(null, "t", "m")).ExitCode);
    }

    [TimedFact]
    public async Task A_user_name_and_password_do_not_stand_in_for_a_certificate()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        Assert.NotEqual(0, (await new MqttClients(broker.Port, fixture.Root).Publish(null, "t", "m", "-u", "dev-1", "-P", "x")).ExitCode);
    }

    [TimedTheory]
    [InlineData("another CA of the same names")]
    [InlineData("self-signed")]
    [InlineData("expired")]
    [InlineData("not yet valid")]
    [InlineData("a server's certificate")]
    [InlineData("the intermediate CA")]
    [InlineData("signed by a device")]
    [InlineData("signed by a CA below the intermediate")]
    public async Task A_bad_certificate_gets_no_session(string shown)
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var clients = new MqttClients(broker.Port, fixture.Root);
        Assert.NotEqual(0, (await clients.Publish(fixture.Shown(shown), "t", "m")).ExitCode);
        Assert.Equal(0, (await clients.Publish(fixture.Device, "t", "m")).ExitCode);
    }

    [TimedFact]
    public async Task Without_TLS_there_is_no_session()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        Assert.NotEqual(0, (await Tool.Run("mosquitto_pub", "-h", "localhost", "-p", $"{broker.Port}", "-t", "t", "-m", "m")).ExitCode);
    }

    [TimedTheory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task TLS_1_2_is_taken_only_where_it_was_allowed(bool allowed, bool connects)
    {
        await using var broker = await MosquittoBroker.StartAsync(Options with { AllowTls12 = allowed });

        // openssl, because mosquitto_pub takes the version it is given as the least one.
        Assert.Equal(connects, (await Openssl("-tls1_2")).Output.Contains("New, TLSv1.2"));
        Assert.Contains("New, TLSv1.3", (await Openssl("-tls1_3")).Output);

        Task<ToolResult> Openssl(string version) => Tool.RunWithInput(
            "", "openssl", "s_client", version, "-connect", $"127.0.0.1:{broker.Port}", "-cert", fixture.Device.Certificate, "-key", fixture.Device.Key);
    }

    [TimedFact]
    public async Task A_client_that_trusts_another_root_does_not_talk_to_this_broker()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var clients = new MqttClients(broker.Port, fixture.Other.Layout.Authority("root").Certificate);
        Assert.NotEqual(0, (await clients.Publish(fixture.Device, "t", "m")).ExitCode);
    }
}
