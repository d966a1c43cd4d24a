using System.Net;
using SecureEsp.DeviceBench;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.VirtualDevice.Runtime;
using Xunit.Abstractions;
using Firmware = SecureEsp.ServerHarness.Devices.Firmware;

namespace SecureEsp.ServerHarness.Tests.MainJob;

/// <summary>Sessions at the broker that end and come back, many times in one life of a device. The benchmark does a thousand.</summary>
public sealed class ReconnectTests(PkiFixture pki, ITestOutputHelper output) : IClassFixture<PkiFixture>
{
    private const int Reconnects = 40;
    private const int Settled = 10;

    [TimedFact]
    public async Task Reconnects_leave_no_thread_no_socket_and_no_client_behind_and_subscribe_each_time()
    {
        await using var broker = await MosquittoBroker.StartAsync(BrokerOptions.For(pki.Pki, PkiFixture.ServerName));
        using var relay = new TcpRelay(broker.Port);
        var reconnector = new Reconnector(relay, Reconnects, Settled);
        var profile = BoardProfile.For(pki.Pki, "dev-1").With(("https.port", "1"), ("https.probe", "off"), ("mqtt.port", $"{relay.Port}"));
        var board = (profile with { Hosts = new Dictionary<string, IPAddress> { [PkiFixture.ServerName] = IPAddress.Loopback } }).Create();
        board.Wifi.Provision(profile.Ssid, profile.Password);
        using var device = new Device(board, Firmware.Open(Firmware.Own), reconnector.Run);
        device.PowerOn();
        var (before, after) = await reconnector.Done;
        output.WriteLine($"after {Settled} reconnects: {before}");
        output.WriteLine($"after {Reconnects} reconnects: {after}");
        Assert.Equal(before.Life with { Threads = 0 }, after.Life with { Threads = 0 });

        // One of the connection before may be about to end.
        Assert.InRange(after.Life.Threads, 1, before.Life.Threads + 1);
        Assert.InRange(after.OldClients, 0, 2);

        var client = new MosquittoClient(new() { Host = "127.0.0.1", Port = broker.Port, CaFile = pki.Pki.Layout.CaChain, Identity = pki.Operator });
        await using var heard = await client.SubscribeAsync(["esp/dev-1/pong"]);
        await client.PublishAsync("esp/dev-1/ping", "after all that");
        await heard.WaitForAsync("esp/dev-1/pong after all that", Bench.Limit);
    }
}
