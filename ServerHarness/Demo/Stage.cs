using System.Net;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.ServerHarness.Demo;

/// <summary>What all acts of the demo share, all of it real but the board: a PKI, the endpoint, mosquitto with an operator who listens, a device.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string ServerName = "server.test";
    public const string DeviceId = "esp32-s3-001";
    public const string OperatorName = "alice";

    /// <summary>For each thing that is waited for. A machine under load takes its time; nothing takes for ever.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly EndpointServer _endpoint;

    private Stage(DemoConsole console, PkiFolder pki, EndpointServer endpoint, MosquittoBroker broker, MosquittoClient client, MosquittoSubscription heard)
    {
        (Console, Pki, _endpoint, Broker, Operator, Heard) = (console, pki, endpoint, broker, client, heard);
        heard.Received += message => console.Say(OperatorName, $"hears {message}", "magenta");
    }

    public DemoConsole Console { get; }

    public PkiFolder Pki { get; }

    public MosquittoBroker Broker { get; }

    /// <summary>Where the endpoint is.</summary>
    public int HttpsPort => _endpoint.HttpsPort;

    /// <summary>The operator at the broker.</summary>
    public MosquittoClient Operator { get; }

    /// <summary>What the operator hears: the log, and the devices' status and answers.</summary>
    public MosquittoSubscription Heard { get; }

    /// <summary>The device that was switched on last; null before the first.</summary>
    public Device? Device { get; private set; }

    /// <param name="folder">The PKI's; made if it is not there.</param>
    /// <exception cref="HarnessException">A file, a program or a port cannot be had.</exception>
    public static async Task<Stage> SetAsync(DemoConsole console, string folder, CancellationToken cancellation)
    {
        var pki = MakePki(console, folder);
        var begun = new Stack<IAsyncDisposable>();
        try
        {
            var endpoint = await EndpointServer.StartAsync(EndpointOptions.For(pki, ServerName), cancellation: cancellation);
            begun.Push(endpoint);
            endpoint.Answered += r => console.Say("endpoint", $"{r.Method} {r.Path} {r.Status}, client {r.CommonName ?? "without certificate"}, {r.Tls} {r.Cipher}", "blue");
            endpoint.HandshakeRefused += h => console.Say("endpoint", h.ToString(), "red");
            console.Say("endpoint", $"https://{ServerName}:{endpoint.HttpsPort}/ (client certificates: optional, 401 without)", "blue");
            var broker = await MosquittoBroker.StartAsync(BrokerOptions.For(pki, ServerName) with { SeedTopics = true }, cancellation: cancellation);
            begun.Push(broker);
            console.Say("broker", $"mqtts://{ServerName}:{broker.Port} (mosquitto, client certificates: required)", "magenta");
            var client = new MosquittoClient(new()
            {
                Host = IPAddress.Loopback.ToString(), Port = broker.Port, CaFile = pki.Layout.CaChain, Identity = pki.Layout.Operator(OperatorName),
            });
            return new(console, pki, endpoint, broker, client, await client.SubscribeAsync(["/esp/log", "esp/+/status", "esp/+/pong"], cancellation));
        }
        catch
        {
            while (begun.TryPop(out var one)) await one.DisposeAsync();
            throw;
        }
    }

    /// <summary>A board as it is provisioned for this stage: it trusts the PKI, has a certificate, and knows where the servers are.</summary>
    /// <exception cref="HarnessException">The PKI has no such device.</exception>
    public BoardProfile Profile()
    {
        var profile = BoardProfile.For(Pki, DeviceId)
            .With(("https.host", ServerName), ("https.port", $"{_endpoint.HttpsPort}"), ("mqtt.host", ServerName), ("mqtt.port", $"{Broker.Port}"));
        return profile with { Hosts = new Dictionary<string, IPAddress> { [ServerName] = IPAddress.Loopback } };
    }

    /// <summary>Switches a board on, with the firmware that this program was built with. It takes the place of an earlier device, which is switched off.</summary>
    public VirtualBoard PowerUp(VirtualBoard board)
    {
        SwitchOff();
        board.Uart0.Written += Console.Device;
        Device = new Device(board, Firmware.Open(Firmware.Own));
        Device.Happened += happened => Console.Say("board", $"{happened.Kind} {happened.Detail}".TrimEnd(), "grey");
        Device.PowerOn();
        return board;
    }

    public async ValueTask DisposeAsync()
    {
        SwitchOff();
        await Heard.DisposeAsync();
        await Broker.DisposeAsync();
        await _endpoint.DisposeAsync();
    }

    private void SwitchOff()
    {
        if (Device is null) return;
        Device.PowerOff();
        Device.Dispose();
        Device = null;
    }

    private static PkiFolder MakePki(DemoConsole console, string folder)
    {
        var pki = PkiFolder.OpenOrCreate(folder);
        Issued[] issued = [.. pki.Made, pki.IssueServer(ServerName, "localhost", "127.0.0.1"), pki.IssueDevice(DeviceId), pki.IssueOperator(OperatorName)];
        foreach (var one in issued) console.Say("pki", $"{one.Kind} {one.Name}: {one.Outcome.ToString().ToLowerInvariant()}, until {one.NotAfter:yyyy-MM-dd}", "yellow");
        return pki;
    }
}
