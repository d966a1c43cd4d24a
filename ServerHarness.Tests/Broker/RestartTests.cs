using System.Collections.Concurrent;
using SecureEsp.ServerHarness.Broker;

namespace SecureEsp.ServerHarness.Tests.Broker;

/// <summary>A broker that ends by itself comes back, but not for ever and not in a frenzy; what shall outlive it does.</summary>
public sealed class RestartTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private static readonly RestartPolicy s_quick = new() { FirstPause = TimeSpan.FromMilliseconds(10), LookInterval = TimeSpan.FromMilliseconds(20) };

    private BrokerOptions Options => BrokerOptions.For(fixture.Pki, PkiFixture.ServerName);

    [Fact]
    public void The_pauses_double_up_to_the_longest()
    {
        var policy = new RestartPolicy();
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(1, 8).Select(attempt => policy.Pause(attempt).TotalSeconds));
        Assert.Equal(60, policy.Pause(int.MaxValue).TotalSeconds);
    }

    [TimedFact]
    public async Task Killed_twice_it_is_there_again_on_the_same_port()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var port = broker.Port;
        using var stop = new CancellationTokenSource();
        var supervision = new BrokerSupervision(broker, s_quick);
        using var restarts = new BlockingCollection<string>();
        supervision.Happened += (what, _) => restarts.Add(what);
        var running = Task.Run(() => supervision.RunAsync(stop.Token));
        for (var round = 0; round < 2; round++)
        {
            await Tool.Signal(broker.ProcessId!.Value, "KILL");
            Assert.Equal("crashed", Next());
            Assert.Equal("restarted", Next());
        }

        Assert.Equal(0, (await new MqttClients(port, fixture.Root).Publish(fixture.Device, "esp/dev-1/t", "m")).ExitCode);
        await stop.CancelAsync();
        await running;

        string Next() => restarts.TryTake(out var what, 60_000) ? what : throw new TimeoutException("nothing happened");
    }

    [TimedFact]
    public async Task One_that_never_stays_up_is_given_up_with_its_last_words()
    {
        using var folder = new TemporaryFolder();
        var program = await Script.Write(folder, "program", "echo 'mosquitto version 0 running'; echo 'Error: no luck today'; exit 3");
        await using var broker = await MosquittoBroker.StartAsync(Options with { Program = program });
        var supervision = new BrokerSupervision(broker, s_quick with { Limit = 3 });
        var crashes = 0;
        supervision.Happened += (what, _) => crashes += what == "crashed" ? 1 : 0;
        var e = await Assert.ThrowsAsync<HarnessException>(() => supervision.RunAsync(CancellationToken.None));
        Assert.Contains("code 3: Error: no luck today", e.Message);
        Assert.Equal(3, crashes);
    }

    [TimedTheory]
    [InlineData(true, "kept")]
    [InlineData(false, "end")]
    public async Task Retained_messages_outlive_a_restart_where_a_folder_was_given(bool persistent, string first)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await Tool.Run("chmod", "0755", folder.Path)).ExitCode);
        await using var broker = await MosquittoBroker.StartAsync(Options with { PersistenceFolder = persistent ? folder.File("kept") : null });
        var clients = new MqttClients(broker.Port, fixture.Root);
        await clients.Publish(fixture.Operator, "esp/dev-1/cmd", "kept", "-r");
        await broker.StopAsync();
        await broker.StartAgainAsync();
        await clients.Publish(fixture.Operator, "esp/dev-1/end", "end", "-r");
        Assert.Equal(first, await clients.FirstRetained(fixture.Operator, "esp/dev-1/cmd", "esp/dev-1/end"));
    }

    [TimedFact]
    public async Task A_packet_above_the_limit_ends_the_connection_and_one_below_does_not()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options with { Limits = new() { MaxPacketBytes = 500 } });
        var clients = new MqttClients(broker.Port, fixture.Root);
        Assert.Equal(0, (await clients.Publish(fixture.Device, "esp/dev-1/t", new string('a', 300))).ExitCode);
        Assert.NotEqual(0, (await clients.Publish(fixture.Device, "esp/dev-1/t", new string('a', 600))).ExitCode);
    }

    [TimedFact]
    public async Task A_connection_above_the_limit_is_refused()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options with { Limits = new() { MaxConnections = 1 } });
        var clients = new MqttClients(broker.Port, fixture.Root);
        await using var connected = await clients.Subscribe(fixture.Device, "esp/dev-1/t");
        Assert.NotEqual(0, (await clients.Publish(fixture.Operator, "esp/dev-1/t", "m")).ExitCode);
    }

    [TimedTheory]
    [InlineData(BrokerLogLevel.Error, "")]
    [InlineData(BrokerLogLevel.Information, "New client connected")]
    [InlineData(BrokerLogLevel.Debug, "Denied PUBLISH")]
    public async Task The_log_tells_as_much_as_was_asked_for(BrokerLogLevel level, string told)
    {
        var lines = new ConcurrentQueue<string>();
        await using (var broker = await MosquittoBroker.StartAsync(Options with { LogLevel = level }, it => it.Output += lines.Enqueue))
        {
            await new MqttClients(broker.Port, fixture.Root).Publish(fixture.Device, "t", "m");
        }

        Assert.Equal(told.Length == 0, lines.IsEmpty);
        Assert.Contains(told, string.Join('\n', lines));
        Assert.Equal(level == BrokerLogLevel.Debug, lines.Any(line => line.Contains("Denied PUBLISH", StringComparison.Ordinal)));
    }
}
