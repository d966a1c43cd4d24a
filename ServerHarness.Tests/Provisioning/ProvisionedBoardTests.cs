using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Provisioning;
using SecureEsp.ServerHarness.Tests.MainJob;
using SecureEsp.ServerHarness.Tests.Web;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Tests.Provisioning;

/// <summary>A bare board that is given nothing but the files that nanoff takes.</summary>
public sealed class ProvisionedBoardTests(PkiFixture pki) : IClassFixture<PkiFixture>, IDisposable
{
    private static readonly WifiNetwork s_home = new("HomeNet", "correct-horse-battery");

    private readonly TemporaryFolder _folder = new();

    private BoardFiles Files => new(_folder.File("board"));

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task It_joins_by_itself_gets_the_page_and_talks_to_the_broker()
    {
        await using var bench = await Bench.StartAsync(pki);
        var client = bench.OperatorClient();
        await using var heard = await client.SubscribeAsync(["esp/dev-1/#"]);
        Write(bench, s_home);
        bench.PowerUp(Provisioned(bench));
        await bench.Console.WaitForAsync("[wifi] joined HomeNet", Bench.Limit);
        await bench.Console.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit);
        Assert.DoesNotContain("{SSID} {PWD}", bench.Console.Output);
        Assert.Equal("dev-1", bench.Requests.Single(r => r.Status == 200).CommonName);
        await heard.WaitForAsync("esp/dev-1/status online", Bench.Limit);
        await client.PublishAsync("esp/dev-1/ping", "hello");
        await heard.WaitForAsync("esp/dev-1/pong hello", Bench.Limit);
    }

    [TimedFact]
    public async Task With_a_server_of_its_own_operators_get_in()
    {
        await using var bench = await Bench.StartAsync(pki);
        var web = WebProvision.For(pki.Pki, PkiFixture.ServerName);
        var settings = new Dictionary<string, string>(bench.Profile().Settings.Concat(web.Settings));
        Files.Write(pki.Device, [web.Trusted], s_home, settings, web.Files);
        bench.PowerUp(Provisioned(bench));
        var address = await bench.Device!.Board.Radio.Ports.WaitForListenerAsync(443, Bench.Limit);
        var page = await Clients.Ask("curl", address, pki.Pki.Layout.CaChain, PkiFixture.ServerName, pki.Operator);
        Assert.Contains("<title>SecureEsp</title>", page.Output);
    }

    [TimedFact]
    public async Task Without_a_network_it_asks_for_one_on_the_console()
    {
        await using var bench = await Bench.StartAsync(pki);
        Write(bench, wifi: null);
        bench.PowerUp(Provisioned(bench));
        await bench.Console.WaitForAsync("{SSID} {PWD}", Bench.Limit);
        bench.Console.Type($"{s_home.Ssid} {s_home.Password}\r");
        await bench.Console.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit);
    }

    [TimedFact]
    public async Task Without_the_final_NUL_it_trusts_nobody_as_a_real_board_would()
    {
        await using var bench = await Bench.StartAsync(pki);
        Write(bench, s_home);
        var deployment = DeploymentJson.Read<NetworkDeployment>(Files.Network);
        await File.WriteAllTextAsync(
            Files.Network, DeploymentJson.Write(deployment with { CACertificates = WithoutEnd(deployment.CACertificates!) }));
        bench.PowerUp(Provisioned(bench));
        await bench.Console.WaitForAsync("BADCERT_NOT_TRUSTED", Bench.Limit);
        Assert.DoesNotContain(bench.Requests, r => r.Status == 200);
    }

    [TimedFact]
    public async Task Files_are_taken_from_paths_and_deleted_as_nanoff_does()
    {
        var board = new VirtualBoard();
        board.Flash.Write(@"I:\old.txt", [1]);
        await File.WriteAllTextAsync(_folder.File("ca.pem"), "pem\0");
        await File.WriteAllTextAsync(_folder.File("net.json"), $$"""{"serialport":"COM9","WirelessAccessPoint":{"SSID":"x"},"caCertificatesPath":"{{_folder.File("ca.pem")}}" }""");
        await File.WriteAllTextAsync(
            _folder.File("files.json"),
            $$"""{"serialport":"COM9","files":[{"DestinationFilePath":"I:\\old.txt"},{"DestinationFilePath":"I:\\new.txt","SourceFilePath":"{{_folder.File("ca.pem")}}"}]}""");
        Deployment.Network(board, _folder.File("net.json"));
        Deployment.Files(board, _folder.File("files.json"));
        Assert.Equal("pem\0"u8.ToArray(), board.Certificates.CaBundle);
        Assert.Equal("pem\0"u8.ToArray(), board.Flash.Read(@"I:\new.txt"));
        Assert.False(board.Flash.Exists(@"I:\old.txt"));
    }

    [TimedTheory]
    [InlineData("{", "is no deployment file of nanoff")]
    [InlineData("""{"CACertificates":"no base64!"}""", "its certificates are no base64")]
    [InlineData("""{"CACertificatesPath":"/no/such.pem"}""", "names /no/such.pem, which cannot be read")]
    public async Task A_file_that_cannot_be_used_is_named(string json, string words)
    {
        await File.WriteAllTextAsync(_folder.File("net.json"), json);
        var e = Assert.Throws<HarnessException>(() => Deployment.Network(new VirtualBoard(), _folder.File("net.json")));
        Assert.Contains(_folder.File("net.json"), e.Message);
        Assert.Contains(words, e.Message);
    }

    private static string WithoutEnd(string base64) => Convert.ToBase64String(Convert.FromBase64String(base64)[..^1]);

    private void Write(Bench bench, WifiNetwork? wifi) =>
        Files.Write(pki.Device, [pki.Pki.Layout.CaChain], wifi, new Dictionary<string, string>(bench.Profile().Settings) { ["https.host"] = PkiFixture.ServerName });

    // Nothing of the bench's own way to equip a board: the network in range is all.
    private VirtualBoard Provisioned(Bench bench)
    {
        var board = (bench.Profile() with { CaFile = null, Identity = null, Settings = new Dictionary<string, string>() }).Create();
        Deployment.Network(board, Files.Network);
        Deployment.Files(board, Files.Files);
        return board;
    }
}
