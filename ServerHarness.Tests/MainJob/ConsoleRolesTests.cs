using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Mtls;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Tests.Mtls;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Tls.X509;
using Firmware = SecureEsp.ServerHarness.Devices.Firmware;

namespace SecureEsp.ServerHarness.Tests.MainJob;

/// <summary>The console of a device whose endpoint and broker are away: its commands, and the two roles of the original demonstration.</summary>
public sealed partial class ConsoleRolesTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    private const string ClientStart = """
        [tls] Initializing seed CTR-DRBG...
        [tls] Loading CA certificate...
        [tls] Loading client certificate...
        [tls] Loading client private key...
        [tls] Setting up SSL configuration...
        [tls] Setting up SSL context...
        [tls] Connecting to server...
        [tls] Starting handshake...

        """;

    private const string ServerStart = """
        [tls] Initializing seed CTR-DRBG ...
        [tls] Loading CA certificate...
        [tls] Loading server certificate...
        [tls] Loading server private key...
        [tls] Setting up SSL configuration...
        [tls] Setting up SSL context...
        [tls] Binding to port...
        [tls] The port is 0.
        [tls] Server is running. Waiting for connections...

        """;

    [TimedFact]
    public async Task A_device_that_finds_no_server_takes_commands()
    {
        using var device = await Stuck(Profile());
        await Answer(device, "help", "[help] tls client HOST[:PORT]: ");
        await Answer(device, "info", "[info] free heap ");
        await Answer(device, "wifi", "[wifi] stored network: HomeNet");
        await Answer(device, "log debug", "[log] level debug");
        await Answer(device, "settings", "[settings] device.id=dev-1");
        await Answer(device, "nonsense", "[console] no such command");
        await Answer(device, "exit", "[console] closed, going on");
        Assert.DoesNotContain("nonsense", device.Board.Uart0.Output);
        Assert.DoesNotContain(Profile().Password, device.Board.Uart0.Output);
    }

    [TimedFact]
    public async Task A_device_that_has_lost_its_network_takes_commands_and_another_network()
    {
        var profile = Profile();
        using var device = await Stuck(profile);
        var console = device.Board.Uart0;
        device.Board.Radio.Remove(Assert.Single(device.Board.Radio.AccessPoints));
        device.Board.Radio.Add(new("other net", "other password"));
        await Answer(device, "exit", "[wifi] HomeNet is not in reach; again in ");
        await Answer(device, "", "[console] open: ");
        await Answer(device, "tls client server.test", "[tls] there is no network");
        var asked = await Answer(device, "wifi change", "{SSID} {PWD}");
        console.Type("\"other net\" other password\r\n");
        await console.WaitForAsync("[wifi] joined other net", Bench.Limit, asked);
    }

    [TimedTheory]
    [InlineData("1.2")]
    [InlineData("1.3")]
    public async Task Client_both_sides_accept_each_other(string version)
    {
        using var device = await Stuck(Profile(version: version));
        var (server, shown) = await AskServer(device, MtlsPair.Server(pki), "server.test");
        Assert.Equal(ClientStart + "[tls] Handshake successful!\n", shown);
        Assert.True(server.IsVerified);
        Assert.StartsWith($"TLSv{version}", server.Tls);
        Assert.Contains("CN=dev-1", server.Peer[0].Certificate.Subject);
    }

    [TimedFact]
    public async Task Client_a_server_of_another_CA_is_refused()
    {
        using var device = await Stuck(Profile() with { CaFile = pki.Other.Layout.CaChain });
        var (_, shown) = await AskServer(device, MtlsPair.Server(pki), "server.test");
        Assert.StartsWith(ClientStart + "[tls] Handshake failed. Error code: -9984\n[tls] Certificate verification errors: Certificate not trusted\n", shown);
    }

    [TimedFact]
    public async Task Client_a_server_of_another_name_is_refused()
    {
        using var device = await Stuck(Profile());
        var (_, shown) = await AskServer(device, MtlsPair.Server(pki), "other.test");
        Assert.Contains("[tls] Certificate verification errors: Certificate is for another name\n", shown);
    }

    [TimedFact]
    public async Task Client_a_server_that_refuses_the_device_is_told()
    {
        using var device = await Stuck(Profile() with { Identity = pki.Other.Layout.Device("dev-1") });
        var (server, shown) = await AskServer(device, MtlsPair.Server(pki), "server.test");
        Assert.Equal(VerifyFlags.NotTrusted, server.Flags);
        Assert.StartsWith(ClientStart + "[tls] Handshake failed. Error code: -80\n[tls] No verification errors\n[tls] NET_CONN_RESET (-0x0050): ", shown);
    }

    [TimedFact]
    public async Task Client_a_server_that_ends_without_a_byte_has_not_accepted_the_device()
    {
        using var device = await Stuck(Profile());
        using var own = CertificateFile.ReadWithKey(pki.Server.Certificate, pki.Server.Key);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answer = Answer(device, $"tls client server.test:{((IPEndPoint)listener.LocalEndpoint).Port}", "[tls] SSL_CONN_EOF (-0x7280): ");
        await using var stream = new SslStream(new NetworkStream(await listener.AcceptSocketAsync(), ownsSocket: true));
        await stream.AuthenticateAsServerAsync(own);
        await stream.ShutdownAsync();
        await answer;
        Assert.DoesNotContain("Handshake successful!", device.Board.Uart0.Output);
    }

    [TimedFact]
    public async Task Client_nobody_listens()
    {
        using var device = await Stuck(Profile());
        var from = device.Board.Uart0.Position;
        await Answer(device, $"tls client server.test:{FreePort()}", "[tls] NET_CONNECT_FAILED (-0x0044): ");
        Assert.Contains("[tls] Handshake failed. Error code: -68\r\n", device.Board.Uart0.Output[(int)from..]);
    }

    [TimedTheory]
    [InlineData("1.2")]
    [InlineData("1.3")]
    public async Task Server_both_sides_accept_each_other(string version)
    {
        using var device = await Stuck(Profile(version: version) with { Identity = pki.Server });
        var (client, shown) = await CallDevice(device, options => options);
        Assert.True(client.IsVerified, client.Error?.Meaning);
        Assert.Equal(
            ServerStart + "[tls] Client connected. Setting up SSL...\n[tls] SSL handshake successful\n"
            + "[tls] Server ended, all connections taken: 1 connections, 1 verified.\n", shown);
    }

    [TimedTheory]
    [InlineData("another CA of the same names", "Certificate not trusted")]
    [InlineData("expired", "Certificate expired")]
    [InlineData("not yet valid", "Certificate not valid yet")]
    [InlineData("self-signed", "Certificate not trusted")]
    public async Task Server_a_client_whose_certificate_is_not_good_is_refused(string what, string reason)
    {
        using var device = await Stuck(Profile() with { Identity = pki.Server });
        var (client, shown) = await CallDevice(device, options => options with { Identity = pki.Shown(what) });
        Assert.False(client.IsVerified);
        Assert.Contains($"[tls] SSL handshake failed. Error code: -9984\n[tls] Certificate verification result: {reason}\n", shown);
        Assert.Contains("1 connections, 0 verified.", shown);
    }

    [TimedFact]
    public async Task Server_a_client_without_a_certificate_is_refused()
    {
        using var device = await Stuck(Profile() with { Identity = pki.Server });
        var port = await Listen(device, "1");
        await using var openssl = Tool.Start("openssl", "s_client", "-connect", $"{device.Board.Radio.HostAddress}:{port}", "-servername", "server.test");
        var shown = await Ended(device);
        Assert.Contains("[tls] SSL handshake failed. Error code: ", shown);
        Assert.Contains("1 connections, 0 verified.", shown);
    }

    [TimedFact]
    public async Task Server_a_silent_client_holds_nobody_up_and_a_key_ends_it()
    {
        using var device = await Stuck(Profile() with { Identity = pki.Server });
        var port = await Listen(device, "");
        using var silent = new TcpClient();
        await silent.ConnectAsync(device.Board.Radio.HostAddress, port);
        var console = device.Board.Uart0;
        await console.WaitForAsync("[tls] SSL_TIMEOUT (-0x6800): the other side said nothing in time", Bench.Limit);
        var client = await MtlsClient.RunAsync(Caller(device, port), _ => { });
        Assert.True(client.IsVerified, client.Error?.Meaning);
        console.Type("x");
        await console.WaitForAsync("[tls] Server ended, a key was pressed: 2 connections, 1 verified.", Bench.Limit);
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>A device whose endpoint and broker nobody has started.</summary>
    private BoardProfile Profile(string version = "1.3")
    {
        var profile = BoardProfile.For(pki.Pki, "dev-1")
            .With(("https.port", $"{FreePort()}"), ("mqtt.port", $"{FreePort()}"), ("https.probe", "off"), ("tls.version", version));
        return profile with { Hosts = new Dictionary<string, IPAddress> { [PkiFixture.ServerName] = IPAddress.Loopback, ["other.test"] = IPAddress.Loopback } };
    }

    /// <summary>Switches it on, answers its question for the network, and opens the console once it waits for a server.</summary>
    private static async Task<Device> Stuck(BoardProfile profile)
    {
        var device = new Device(profile.Create(), Firmware.Open(Firmware.Own));
        device.PowerOn();
        var console = device.Board.Uart0;
        await console.WaitForAsync("{SSID} {PWD}", Bench.Limit);
        console.Type($"{profile.Ssid} {profile.Password}\r\n");
        await console.WaitForAsync("[console] press a key for commands", Bench.Limit);
        console.Type("\r\n");
        await console.WaitForAsync("[console] open: ", Bench.Limit);
        return device;
    }

    private static async Task<long> Answer(Device device, string command, string answer)
    {
        var from = device.Board.Uart0.Position;
        device.Board.Uart0.Type(command + "\r\n");
        return await device.Board.Uart0.WaitForAsync(answer, Bench.Limit, from);
    }

    private static async Task<(MtlsOutcome Server, string Shown)> AskServer(Device device, MtlsOptions options, string host)
    {
        using var server = MtlsServer.Start(options, _ => { });
        MtlsOutcome? seen = null;
        var serving = server.RunAsync(outcome => seen = outcome, connections: 1, CancellationToken.None);
        var from = device.Board.Uart0.Position;
        var told = await Answer(device, $"tls client {host}:{server.Port}", "[tls] Handshake ");
        await serving.WaitAsync(Bench.Limit);
        await Answer(device, "log", "[log] level");
        return (seen!, Tls(device, from));
    }

    private async Task<(MtlsOutcome Client, string Shown)> CallDevice(Device device, Func<MtlsOptions, MtlsOptions> change)
    {
        var port = await Listen(device, "1");
        var client = await MtlsClient.RunAsync(change(Caller(device, port)), _ => { });
        return (client, await Ended(device));
    }

    private MtlsOptions Caller(Device device, int port) => MtlsPair.Client(pki, port) with { Host = $"{device.Board.Radio.HostAddress}" };

    private static async Task<int> Listen(Device device, string count)
    {
        await Answer(device, $"tls server 0 {count}".TrimEnd(), "[tls] Server is running");
        return int.Parse(Port().Match(device.Board.Uart0.Output).Groups[1].Value);
    }

    private static async Task<string> Ended(Device device)
    {
        await device.Board.Uart0.WaitForAsync("[tls] Server ended, ", Bench.Limit);
        await device.Board.Uart0.WaitForAsync(" verified.\r\n", Bench.Limit);
        return Port().Replace(Tls(device, 0), "The port is 0.");
    }

    private static string Tls(Device device, long from) =>
        string.Concat(device.Board.Uart0.Output[(int)from..].Split("\r\n").Where(line => line.StartsWith("[tls] ", StringComparison.Ordinal)).Select(line => line + "\n"));

    [GeneratedRegex(@"The port is (\d+)\.")]
    private static partial Regex Port();
}
