using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Provisioning;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>device run</c>: a virtual ESP32-S3 with its serial console on this terminal.</summary>
internal sealed class DeviceRunCommand : HarnessCommand
{
    private readonly BoardOptions _board = new();
    private readonly MeterOptions _meter = new();
    private readonly Option<string?> _app = new("--app") { Description = "The firmware's assembly; SecureEsp's own if left out.", HelpName = "FILE" };
    private readonly Option<string?> _references = new("--references")
    {
        Description = "A folder with nanoFramework assemblies, real ones for example: they run instead of the VirtualDevice's own.", HelpName = "DIR",
    };

    private readonly Option<string?> _flash = new("--flash") { Description = "A file that keeps the board's flash from run to run.", HelpName = "FILE" };
    private readonly Option<IPAddress?> _address = new("--address")
    {
        Description = "The loopback address of this machine at which the device is found, 127.0.0.5 for example; one that no other device has if left out.",
        HelpName = "ADDRESS",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork && IPAddress.IsLoopback(address)) return address;
            result.AddError($"--address: '{text}' is no loopback address such as 127.0.0.5");
            return null;
        },
    };

    private readonly Option<string?> _until = new("--until") { Description = "End when the firmware has printed this.", HelpName = "TEXT" };
    private readonly Option<bool> _phone = new("--phone") { Description = "Join the access point that the device opens where it has no network, and say where its page is." };
    private readonly Option<double?> _limit = SharedOptions.Number("--limit", "End after this time, above 0 and at most 86400.", "SECONDS", 86400);

    public DeviceRunCommand(Terminal terminal)
        : base(terminal, "run", "Run nanoFramework firmware on a virtual ESP32-S3. What you type goes to its serial console. Ends on SIGINT or SIGTERM, or when Main fails.")
    {
        _board.AddTo(this);
        foreach (var option in new Option[] { _app, _references, _flash, _address, _phone, _until, _limit }) Options.Add(option);
        _meter.AddTo(this);
        _until.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is "") result.AddError("--until: an empty text is printed at once");
        });
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("device run --id esp32-kitchen --setting https.port=8443", "boots the firmware while 'serve' and 'broker' run; type: HomeNet correct-horse-battery"),
        new(
            "device run --id esp32-kitchen --setting https.port=8443 --web server.test --address 127.0.0.5 --setting http.listen_addr=9443",
            "the same with an HTTPS server of its own, for 'device call' in another terminal"),
        new("device run --id esp32-kitchen --web server.test --setting ap.after=0 --phone", "in a place without a network it knows: its own access point, joined"),
        new("device run --no-time", "a device whose clock was never set"),
        new("device run --until {SSID} --limit 60 --meter", "what it executes until it asks for the network, method by method"),
    ];

    public override IReadOnlyList<(int Code, string Meaning)> OwnExitCodes =>
    [
        (RunExitCode.BootFailed, "the firmware could not be started"),
        (RunExitCode.MainFailed, "an exception ended Main"),
        (RunExitCode.TextMissing, "--limit came before the text of --until"),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var image = Firmware.Open(line.GetValue(_app) ?? Firmware.Own, line.GetValue(_references), _meter.IsWanted(line));
        var flashFile = line.GetValue(_flash);
        var board = _board.Create(line, flashFile);
        if (line.GetValue(_address) is { } address) board.Radio.HostAddress = address;
        using var device = new Device(board, image);
        Observe(device, IsJson(line));
        _ = new ListenerReport(board.Radio.Ports, (port, host) => TellListener(port, host, _board.Web(line), IsJson(line)));
        _meter.Observe(line, device, Terminal, IsJson(line));
        var watch = new RunWatch(device, line.GetValue(_until));
        device.PowerOn();
        using var running = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var told = line.GetValue(_phone) ? TellPhoneAsync(board, IsJson(line), running.Token) : Task.CompletedTask;
        new Thread(() => PassKeystrokes(board.Uart0)) { IsBackground = true }.Start();
        var end = await watch.EndAsync(line.GetValue(_limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null, cancellation);
        device.PowerOff();
        if (flashFile is not null) board.Flash.Save(flashFile);
        await running.CancelAsync();
        await told;
        return Tell(end, line);
    }

    // The firmware speaks of its own port; on this machine it may be another one.
    private void TellListener(int port, IPEndPoint host, (string Name, int Port)? web, bool json)
    {
        if (json) Terminal.Json(new { @event = "listening", port, address = $"{host}" });
        else Terminal.Note($"device port {port} is {host} here{(web is { } own && own.Port == port ? $": device call RPC.List --at https://{own.Name} --connect {host}" : "")}");
    }

    private async Task TellPhoneAsync(VirtualBoard board, bool json, CancellationToken cancellation)
    {
        try
        {
            await Phone.FollowAsync(board, Joined, why => Terminal.Note($"phone: {why}"), cancellation);
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }

        void Joined(string ssid, IPEndPoint page)
        {
            if (json) Terminal.Json(new { @event = "phone", ssid, address = $"{page}" });
            else Terminal.Note($"phone: joined {Text.Printable(ssid)}; {DeviceLabel.Page} is {page}, as in curl --connect-to {DeviceLabel.Address}:443:{page}");
        }
    }

    private int Tell(RunEnd end, ParseResult line)
    {
        var code = RunExitCode.Of(end);
        if (IsJson(line)) Terminal.Json(new { @event = "end", reason = end, exitCode = code });
        if (end == RunEnd.TextMissing) Terminal.Fail($"'{Text.Printable(line.GetValue(_until)!)}' was not printed within {line.GetValue(_limit)} s", "the output above says how far the firmware came");
        if (end == RunEnd.MainFailed) Terminal.Fail("an exception ended Main: a board hangs here", "the lines above name it");
        if (end == RunEnd.BootFailed) Terminal.Fail("the firmware could not be started", "the line above says why");
        return code;
    }

    private void Observe(Device device, bool json)
    {
        if (json)
        {
            device.Board.Uart0.Written += text => Terminal.Json(new { @event = "console", text });
            device.Happened += happened => Terminal.Json(new { @event = happened.Kind, happened.Detail });
            return;
        }

        device.Board.Uart0.Written += text =>
        {
            Terminal.Output.Write(text);
            Terminal.Output.Flush();
        };
        device.Happened += happened => Terminal.Note($"device {happened.Kind}: {Text.Printable(happened.Detail)}");
    }

    private static void PassKeystrokes(Uart console)
    {
        while (Console.ReadLine() is { } typed) console.Type(typed + "\r");
    }
}
