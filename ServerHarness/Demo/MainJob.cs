using System.Net;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.ServerHarness.Demo;

/// <summary>
/// The main job from end to end, with real parts: a PKI, the endpoint, mosquitto, and a virtual ESP32-S3 that boots the
/// firmware cold, is given its network on the console, fetches the page over mutual TLS and talks over MQTTS.
/// </summary>
internal sealed class MainJob(DemoConsole console, string folder)
{
    public const string ServerName = "server.test";
    public const string DeviceId = "esp32-s3-001";
    private const string OperatorName = "alice";
    private const string Page = "<h1 style='color:blue'>Hello There!</h1>";

    /// <summary>For each thing that is waited for. A machine under load takes its time; nothing takes for ever.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var pki = MakePki();
        await using var endpoint = await EndpointServer.StartAsync(EndpointOptions.For(pki, ServerName), cancellation: cancellation);
        endpoint.Answered += r => console.Say("endpoint", $"{r.Method} {r.Path} {r.Status}, client {r.CommonName ?? "without certificate"}, {r.Tls} {r.Cipher}", "blue");
        endpoint.HandshakeRefused += h => console.Say("endpoint", h.ToString(), "red");
        console.Say("endpoint", $"https://{ServerName}:{endpoint.HttpsPort}/ (client certificates: optional, 401 without)", "blue");

        await using var broker = await MosquittoBroker.StartAsync(BrokerOptions.For(pki, ServerName) with { SeedTopics = true }, cancellation: cancellation);
        console.Say("broker", $"mqtts://{ServerName}:{broker.Port} (mosquitto, client certificates: required)", "magenta");
        var client = new MosquittoClient(new()
        {
            Host = IPAddress.Loopback.ToString(), Port = broker.Port, CaFile = pki.Layout.CaChain, Identity = pki.Layout.Operator(OperatorName),
        });
        await using var heard = await client.SubscribeAsync(["/esp/log", "esp/+/status", "esp/+/pong"], cancellation);
        heard.Received += message => console.Say(OperatorName, $"hears {message}", "magenta");

        using var device = PowerUp(pki, endpoint.HttpsPort, broker.Port);
        await TalkAsync(device.Board, client, heard, cancellation);
        device.PowerOff();
        console.Say("device", "switched off", "green");
    }

    private PkiFolder MakePki()
    {
        var pki = PkiFolder.OpenOrCreate(folder);
        Issued[] issued = [.. pki.Made, pki.IssueServer(ServerName, "localhost", "127.0.0.1"), pki.IssueDevice(DeviceId), pki.IssueOperator(OperatorName)];
        foreach (var one in issued) console.Say("pki", $"{one.Kind} {one.Name}: {one.Outcome.ToString().ToLowerInvariant()}, until {one.NotAfter:yyyy-MM-dd}", "yellow");
        return pki;
    }

    private Device PowerUp(PkiFolder pki, int httpsPort, int mqttPort)
    {
        var profile = BoardProfile.For(pki, DeviceId);
        var board = (profile with
        {
            Hosts = new Dictionary<string, IPAddress> { [ServerName] = IPAddress.Loopback },
            Settings = new Dictionary<string, string>(profile.Settings)
            {
                ["https.host"] = ServerName, ["https.port"] = $"{httpsPort}", ["mqtt.host"] = ServerName, ["mqtt.port"] = $"{mqttPort}",
            },
        }).Create();
        board.Uart0.Written += console.Device;
        var device = new Device(board, Firmware.Open(Firmware.Own));
        device.Happened += happened => console.Say("board", $"{happened.Kind} {happened.Detail}".TrimEnd(), "grey");
        device.PowerOn();
        return device;
    }

    private async Task TalkAsync(VirtualBoard board, MosquittoClient client, MosquittoSubscription heard, CancellationToken cancellation)
    {
        var network = new BoardProfile();
        await board.Uart0.WaitForAsync("{SSID} {PWD}", Limit).WaitAsync(cancellation);
        console.Say("console", $"types {network.Ssid} {new string('*', network.Password.Length)}", "yellow");
        board.Uart0.Type($"{network.Ssid} {network.Password}\r");
        var answered = await board.Uart0.WaitForAsync("HTTP/1.1 200 OK", Limit).WaitAsync(cancellation);
        await board.Uart0.WaitForAsync(Page, Limit, answered).WaitAsync(cancellation);

        await heard.WaitForAsync($"esp/{DeviceId}/status online", Limit, cancellation);
        await heard.WaitForAsync("/esp/log secure_esp: ESP32 successfully booted and connected (^_^)", Limit, cancellation);
        console.Say(OperatorName, $"publishes esp/{DeviceId}/ping hello", "magenta");
        await client.PublishAsync($"esp/{DeviceId}/ping", "hello", cancellation);
        await heard.WaitForAsync($"esp/{DeviceId}/pong hello", Limit, cancellation);
    }
}
