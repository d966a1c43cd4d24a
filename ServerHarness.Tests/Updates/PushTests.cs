using System.Globalization;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Updates.Publishing;
using SecureEsp.ServerHarness.Updates.Serving;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>Commands to devices and reports of devices, over the real mosquitto.</summary>
public sealed class PushTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private BrokerOptions Options => BrokerOptions.For(fixture.Pki, PkiFixture.ServerName) with { SeedTopics = true };

    [TimedFact]
    public async Task Commands_reach_a_device_a_group_and_all()
    {
        using var store = new TemporaryFolder();
        await File.WriteAllTextAsync(store.File("groups.json"), "{\"kitchen\": [\"dev-2\", \"dev-3\"]}");
        await using var broker = await MosquittoBroker.StartAsync(Options);
        await using var heard = await Client(broker).SubscribeAsync(["esp/#", "/esp/#"]);

        await Push(broker, store, "run", "--device", "dev-1");
        await Push(broker, store, "interval", "3600", "--group", "kitchen");
        await Push(broker, store, "url", "https://server.test:8070/secure_esp.bin", "--all");
        await Push(broker, store, "use_url", "1", "--device", "dev-1");
        await Push(broker, store, "revert", "--device", "dev-2");
        await heard.WaitForAsync("esp/dev-1/update/run ", s_limit);
        await heard.WaitForAsync("esp/dev-2/update/interval 3600", s_limit);
        await heard.WaitForAsync("esp/dev-3/update/interval 3600", s_limit);
        await heard.WaitForAsync("/esp/update/url https://server.test:8070/secure_esp.bin", s_limit);
        await heard.WaitForAsync("esp/dev-1/update/use_url 1", s_limit);
        await heard.WaitForAsync(m => m.StartsWith("esp/dev-2/update/revert", StringComparison.Ordinal), "revert", s_limit);
    }

    [TimedTheory]
    [InlineData("interval", "299", "--device", "dev-1")]
    [InlineData("interval", "10000000", "--device", "dev-1")]
    [InlineData("interval", "500abc", "--device", "dev-1")]
    [InlineData("use_url", "2", "--device", "dev-1")]
    [InlineData("url", "http://server.test/", "--device", "dev-1")]
    [InlineData("run", "now", "--device", "dev-1")]
    [InlineData("run", "--device", "dev-1/#")]
    [InlineData("run", "--device", "dev-1", "--all")]
    [InlineData("revert", "--all")]
    [InlineData("revert", "now", "--device", "dev-1")]
    [InlineData("run")]
    [InlineData("reboot", "--all")]
    public async Task What_a_device_would_refuse_is_not_sent(params string[] arguments) =>
        Assert.Equal(2, (await Cli.Run(["update", "push", .. arguments, "--folder", fixture.Pki.Layout.Folder])).ExitCode);

    [TimedFact]
    public async Task What_a_device_logs_gets_into_the_store()
    {
        using var folder = new TemporaryFolder();
        var store = new StoreFolder(folder.Path);
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var failed = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var collector = await ReportCollector.StartAsync(store, Client(broker), TimeProvider.System, c => c.Heard += (device, told) =>
        {
            if (told.RolledBack.Count > 0) failed.TrySetResult(device);
        }, default);

        var device = new MosquittoClient(new() { Host = "localhost", Port = broker.Port, CaFile = fixture.Root, Identity = fixture.Device });
        await device.PublishAsync("esp/dev-1/log", "secure_esp: [SUCCESS] Update to 1.1.0 is stored and verified, restarting to try it");
        await device.PublishAsync("esp/dev-1/log", "secure_esp: [ERROR] Update: 711 rolled-back: the application was given up after its last attempt (System.Exception: no)");
        Assert.Equal("dev-1", await failed.Task.WaitAsync(s_limit));
        Assert.Equal(["1.1.0"], store.Reports["dev-1"].RolledBack);

        var status = await Cli.Run("update", "status", "--store", folder.Path);
        Assert.Contains("dev-1: ?, last error 711 rolled-back", status.Output);
    }

    [TimedFact]
    public async Task What_a_device_logs_while_nobody_listens_is_heard_at_the_next_start()
    {
        using var folder = new TemporaryFolder();
        var store = new StoreFolder(folder.Path);
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var device = new MosquittoClient(new() { Host = "localhost", Port = broker.Port, CaFile = fixture.Root, Identity = fixture.Device });
        await using (await ReportCollector.StartAsync(store, Client(broker), TimeProvider.System, _ => { }, default))
        {
        }

        await device.PublishAsync("esp/dev-1/log", "secure_esp: [SUCCESS] Update to 1.1.0 is confirmed");
        Assert.Empty(store.Reports);
        var heard = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var again = await ReportCollector.StartAsync(store, Client(broker), TimeProvider.System, c => c.Heard += (_, told) => heard.TrySetResult(told.Confirmed), default);
        Assert.Equal("1.1.0", await heard.Task.WaitAsync(s_limit));
        Assert.Equal("1.1.0", store.Reports["dev-1"].Confirmed);
    }

    [TimedFact]
    public async Task A_device_cannot_speak_for_another_one_by_a_line_within_its_own()
    {
        using var folder = new TemporaryFolder();
        var store = new StoreFolder(folder.Path);
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var heard = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var collector = await ReportCollector.StartAsync(store, Client(broker), TimeProvider.System, c => c.Heard += (device, told) =>
        {
            if (device == "dev-1") heard.TrySetResult(told.Confirmed);
        }, default);
        var device = new MosquittoClient(new() { Host = "localhost", Port = broker.Port, CaFile = fixture.Root, Identity = fixture.Device });
        await device.PublishAsync("esp/dev-1/log", "x\nesp/dev-2/log secure_esp: [SUCCESS] Update to 6.6.6 is confirmed");
        await device.PublishAsync("esp/dev-1/log", "secure_esp: [SUCCESS] Update to 1.1.0 is confirmed");
        Assert.Equal("1.1.0", await heard.Task.WaitAsync(s_limit));
        Assert.Equal(["dev-1"], store.Reports.Keys);
    }

    [TimedFact]
    public async Task A_store_that_cannot_be_written_ends_nothing()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("file"), "");
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var failed = 0;
        await using var collector = await ReportCollector.StartAsync(new(folder.File("file")), Client(broker), TimeProvider.System, c => c.Failed += _ => failed++, default);
        collector.Hear("esp/dev-1/log secure_esp: [SUCCESS] Update to 1.1.0 is confirmed");
        Assert.Equal(1, failed);
    }

    private MosquittoClient Client(MosquittoBroker broker) => new(new() { Host = "localhost", Port = broker.Port, CaFile = fixture.Root, Identity = fixture.Operator });

    private async Task Push(MosquittoBroker broker, TemporaryFolder store, params string[] arguments)
    {
        var pushed = await Cli.Run(["update", "push", .. arguments, "--store", store.Path, "--broker-port", broker.Port.ToString(CultureInfo.InvariantCulture), "--folder", fixture.Pki.Layout.Folder]);
        Assert.True(pushed.ExitCode == 0, pushed.All);
    }
}
