using System.Net;
using System.Text;
using SecureEsp.ServerHarness.Browsing;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Programs;
using SecureEsp.ServerHarness.Provisioning;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Demo;

/// <summary>
/// A device that knows no network opens its own. Somebody joins it with what the label says; a real browser fills in the page; the device
/// tries it, keeps it, and answers operators over mutual TLS in its new network.
/// </summary>
internal sealed class ProvisioningAct : IAct
{
    private const string Name = "esp.test";
    private const string Address = DeviceLabel.Address;

    // As the mos tool sends it; its ids are beyond 32 bits.
    private const string FrameId = "\"id\":1632114517283";
    private const string Frame = "{\"src\":\"mos\"," + FrameId + ",\"method\":\"FS.List\",\"params\":{\"path\":\"/\"}}";

    private const string Files = "[\"hello.txt\"]";

    public string Title => "a device that knows no network: its own access point, its page in a browser, then a server for operators";

    public async Task<string> PlayAsync(Stage stage, CancellationToken cancellation)
    {
        string[] missing = [.. ProgramSearch.Find("curl", null) is null ? ["curl"] : Array.Empty<string>(), .. Chromium.Missing];
        if (missing.Length > 0) return $"NOTHING: {string.Join(" and ", missing)} not installed (apt-get install chromium libnss3-tools curl), this act was left out,";

        stage.Pki.IssueServer(Name, Address);
        var label = new DeviceLabel(Stage.DeviceId, PresenceSecrets.Create());
        foreach (var (what, value) in label.Lines) stage.Console.Say("label", $"{what}: {value}", "yellow");
        var board = stage.PowerUp(Make(stage, label));
        using var phone = await JoinAsync(stage, board, label, cancellation);
        var curl = new Curl(stage.Console);
        await TryPageAsync(stage, curl, phone.Reach(443), cancellation);
        var picture = await FillInAsync(stage, phone.Reach(443), label, cancellation);

        await board.Uart0.WaitForAsync("[trial] kept: joined ", Stage.Limit).WaitAsync(cancellation);
        await stage.Heard.WaitForAsync($"esp/{Stage.DeviceId}/status online", Stage.Limit, cancellation);
        await CallAsync(stage, curl, await board.Radio.Ports.WaitForListenerAsync(443, Stage.Limit).WaitAsync(cancellation), cancellation);
        return $"provisioning by a browser ({Path.GetFileName(picture)} kept) and an answer to an operator alone";
    }

    // Where its servers are it does not know either: the page tells it.
    private static VirtualBoard Make(Stage stage, DeviceLabel label)
    {
        var profile = BoardProfile.For(stage.Pki, Stage.DeviceId).WithWeb(stage.Pki, Name).With(("ap.after", "0"));
        var board = (profile with { Hosts = new Dictionary<string, IPAddress> { [Stage.ServerName] = IPAddress.Loopback } }).Create();
        board.Flash.Write(PresenceSecrets.OnBoard, Encoding.ASCII.GetBytes(label.Secrets.Text));
        return board;
    }

    private static async Task<HostStation> JoinAsync(Stage stage, VirtualBoard board, DeviceLabel label, CancellationToken cancellation)
    {
        await board.Uart0.WaitForAsync(Phone.Opened, Stage.Limit).WaitAsync(cancellation);
        await board.Uart0.WaitForAsync("HTTP server started on [443] (SSL)", Stage.Limit).WaitAsync(cancellation);
        var own = board.Radio.OwnAccessPoint ?? throw new TimeoutException("the access point is not up");
        stage.Console.Say("phone", $"joins {label.Ssid} with a wrong password: {own.Join(label.Ssid, "not-the-label", out _)}", "yellow");
        if (own.Join(label.Ssid, label.Secrets.Password, out var phone) != JoinResult.Joined || phone is null) throw new TimeoutException("the label's password is refused");
        var lease = await phone.GetAddressAsync(Stage.Limit);
        stage.Console.Say("phone", $"joins {label.Ssid} with the label's: address {lease.Address} from {lease.Server}, which this machine reaches as {phone.Reach(443)}", "yellow");
        return phone;
    }

    private static async Task TryPageAsync(Stage stage, Curl curl, IPEndPoint page, CancellationToken cancellation)
    {
        string[] there = ["--connect-to", $"{Address}:443:{page}", "-o", "/dev/null", "-w", "%{http_code}"];
        var (unknown, _) = await curl.CallAsync([$"https://{Address}/"], there, cancellation);
        var (known, status) = await curl.CallAsync(["--cacert", stage.Pki.Layout.CaChain, $"https://{Address}/"], there, cancellation);
        var (_, guessed) = await curl.CallAsync(["--cacert", stage.Pki.Layout.CaChain, "-d", "code=GUESS&ssid=Evil&password=evilevil", $"https://{Address}/provision"], there, cancellation);
        if (unknown != 60 || known != 0 || status != "200" || guessed != "403") throw new HarnessException("the page does not answer as it should", "the lines above say what curl saw");
    }

    private static async Task<string> FillInAsync(Stage stage, IPEndPoint page, DeviceLabel label, CancellationToken cancellation)
    {
        var network = new BoardProfile();
        var options = new BrowserOptions { Authorities = [stage.Pki.Layout.CaChain], HostRules = [$"MAP {Address}:443 {page}"] };
        await using var browser = await Chromium.StartAsync(options, cancellation);
        var tab = await browser.OpenPageAsync(cancellation);
        if (await tab.NavigateAsync(DeviceLabel.Page, cancellation) is { } error) throw new HarnessException($"the browser cannot open the page: {error}", "the lines above say how far it came");
        stage.Console.Say("browser", $"{DeviceLabel.Page} trusted: {await tab.EvaluateAsync("document.querySelector('h1').textContent", cancellation)}", "blue");
        await tab.TypeAsync("#code", label.Secrets.Code, cancellation);
        await tab.TypeAsync("#ssid", network.Ssid, cancellation);
        await tab.TypeAsync("#password", network.Password, cancellation);
        await tab.TypeAsync("#https", $"{Stage.ServerName}:{stage.HttpsPort}", cancellation);
        await tab.TypeAsync("#mqtt", $"{Stage.ServerName}:{stage.Broker.Port}", cancellation);
        var picture = Path.Combine(stage.Pki.Layout.Folder, "provisioning.png");
        await tab.ScreenshotAsync(picture, cancellation);
        stage.Console.Say("browser", $"filled in, kept as {picture}", "blue");
        await tab.LeaveAsync("document.querySelector('button').click()", cancellation);
        stage.Console.Say("browser", $"{await tab.EvaluateAsync("document.querySelector('#trying').textContent", cancellation)}", "blue");
        return picture;
    }

    private static async Task CallAsync(Stage stage, Curl curl, IPEndPoint device, CancellationToken cancellation)
    {
        var alice = stage.Pki.Layout.Operator(Stage.OperatorName);
        string[] there = ["--connect-to", $"{Name}:443:{device}"];
        string[] known = ["--cacert", stage.Pki.Layout.CaChain];
        string[] shown = [.. known, "--cert", alice.Certificate, "--key", alice.Key];
        var (refused, _) = await curl.CallAsync([.. known, $"https://{Name}/rpc/FS.List"], there, cancellation);
        string[] json = [.. shown, "-H", "Content-Type: application/json", "-d"];
        await curl.CallAsync([.. json, "{\"filename\":\"hello.txt\",\"data\":\"SGVsbG8h\"}", $"https://{Name}/rpc/FS.Put"], there, cancellation);
        var (_, files) = await curl.CallAsync([.. shown, $"https://{Name}/rpc/FS.List"], there, cancellation);
        var (_, reply) = await curl.CallAsync([.. json, Frame, $"https://{Name}/rpc"], there, cancellation);
        if (refused == 0 || files.Trim() != Files || !reply.Contains(FrameId, StringComparison.Ordinal) || !reply.Contains($"\"result\":{Files}", StringComparison.Ordinal)) throw new HarnessException("the device does not answer its operator alone", "the lines above say what curl saw");
    }
}
