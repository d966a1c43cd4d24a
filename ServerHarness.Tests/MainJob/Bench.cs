using System.Net;
using System.Reflection;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.ServerHarness.Tests.MainJob;

/// <summary>Endpoint, broker and one virtual ESP32-S3 on the desk, all real but the board.</summary>
internal sealed class Bench : IAsyncDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly List<RequestRecord> _requests = [];

    private Bench(EndpointServer endpoint, MosquittoBroker broker, PkiFixture pki)
    {
        (Endpoint, Broker, Pki) = (endpoint, broker, pki);
        endpoint.Answered += r =>
        {
            lock (_requests) _requests.Add(r);
        };
    }

    public EndpointServer Endpoint { get; }

    public MosquittoBroker Broker { get; }

    public PkiFixture Pki { get; }

    public Device? Device { get; private set; }

    /// <summary>The device's life since its last boot.</summary>
    public Life Life { get; private set; } = null!;

    public Uart Console => Device!.Board.Uart0;

    /// <summary>What the device has sent on its serial line so far.</summary>
    public string[] Lines => Console.Output.Split("\r\n");

    public IReadOnlyList<RequestRecord> Requests
    {
        get
        {
            lock (_requests) return [.. _requests];
        }
    }

    /// <param name="identity">What the endpoint and the broker show instead of their good certificate.</param>
    /// <param name="tls12">Whether they take TLS 1.2 too.</param>
    public static async Task<Bench> StartAsync(PkiFixture pki, KeyPairFiles? identity = null, bool tls12 = false)
    {
        var shown = identity ?? pki.Server;
        var endpoint = await EndpointServer.StartAsync(EndpointOptions.For(pki.Pki, PkiFixture.ServerName) with { Identity = shown, AllowTls12 = tls12 });
        var broker = await MosquittoBroker.StartAsync(BrokerOptions.For(pki.Pki, PkiFixture.ServerName) with { Identity = shown, SeedTopics = true, AllowTls12 = tls12 });
        return new(endpoint, broker, pki);
    }

    /// <summary>The board as it should be provisioned for this bench.</summary>
    public BoardProfile Profile(string device = "dev-1")
    {
        var profile = BoardProfile.For(Pki.Pki, device).With(("https.port", $"{Endpoint.HttpsPort}"), ("mqtt.port", $"{Broker.Port}"));
        return profile with { Hosts = new Dictionary<string, IPAddress> { [PkiFixture.ServerName] = IPAddress.Loopback, ["other.test"] = IPAddress.Loopback } };
    }

    /// <summary>Switches a new board on.</summary>
    public void PowerUp(BoardProfile profile) => PowerUp(profile.Create());

    /// <summary>Switches a board on.</summary>
    public void PowerUp(VirtualBoard board)
    {
        Device = new Device(board, Firmware.Open(Firmware.Own), application =>
        {
            Life = Life.Current;
            application.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
        });
        Device.PowerOn();
    }

    /// <summary>Switches a new board on and answers its question for the network.</summary>
    public async Task PowerUpAndJoin(BoardProfile profile)
    {
        PowerUp(profile);
        await Console.WaitForAsync("{SSID} {PWD}", Limit);
        Console.Type($"{profile.Ssid} {profile.Password}\r");
        await Console.WaitForAsync($"[wifi] joined {profile.Ssid}", Limit);
    }

    public MosquittoClient OperatorClient() =>
        new(new() { Host = "127.0.0.1", Port = Broker.Port, CaFile = Pki.Pki.Layout.CaChain, Identity = Pki.Operator });

    public async ValueTask DisposeAsync()
    {
        Device?.Dispose();
        await Endpoint.DisposeAsync();
        await Broker.DisposeAsync();
    }
}
