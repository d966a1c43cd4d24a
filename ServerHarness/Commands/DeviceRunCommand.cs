using System.CommandLine;
using System.Net;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>device run</c>: a virtual ESP32-S3 with its serial console on this terminal, until a signal.</summary>
internal sealed class DeviceRunCommand : HarnessCommand
{
    private readonly Option<string> _folder = SharedOptions.Folder();
    private readonly Option<string?> _id = new("--id") { Description = "The device of the PKI to be: its certificate, and the CA chain, go into the board's store.", HelpName = "ID" };
    private readonly Option<string> _app = new("--app") { Description = "The firmware's assembly.", HelpName = "FILE", DefaultValueFactory = _ => Firmware.Own };
    private readonly Option<string> _network = new("--network")
    {
        Description = "The Wi-Fi network in range, as \"SSID PASSWORD\".", HelpName = "NETWORK", DefaultValueFactory = _ => "HomeNet correct-horse-battery",
    };
    private readonly Option<string[]> _hosts = new("--host") { Description = "A name in the network's DNS, as NAME=ADDRESS; only loopback addresses are reached.", HelpName = "NAME=ADDRESS" };
    private readonly Option<string[]> _settings = new("--setting") { Description = @"A line of I:\settings.txt, as KEY=VALUE.", HelpName = "KEY=VALUE" };
    private readonly Option<string?> _flash = new("--flash") { Description = "A file that keeps the board's flash from run to run.", HelpName = "FILE" };
    private readonly Option<bool> _noTime = new("--no-time") { Description = "The network has no time server: the device stays at 1970." };

    public DeviceRunCommand(Terminal terminal)
        : base(terminal, "run", "Run firmware on a virtual ESP32-S3. What you type goes to its serial console. Ends on SIGINT or SIGTERM.")
    {
        foreach (var option in new Option[] { _folder, _id, _app, _network, _hosts, _settings, _flash, _noTime }) Options.Add(option);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("device run --id esp32-s3-001 --setting https.port=8443", "boots the firmware; type: HomeNet correct-horse-battery"),
        new("device run --no-time", "a device whose clock was never set"),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var image = Firmware.Open(line.GetRequiredValue(_app));
        var flashFile = line.GetValue(_flash);
        var flash = flashFile is null ? new Flash() : FlashImage.Open(flashFile);
        var board = Profile(line).Create(flash);
        using var device = new Device(board, image);
        Observe(device, IsJson(line));
        device.PowerOn();
        var typing = new Thread(() => PassKeystrokes(board.Uart0)) { IsBackground = true };
        typing.Start();
        await cancellation.Signalled();
        device.PowerOff();
        if (flashFile is not null) flash.Save(flashFile);
        return ExitCode.Ok;
    }

    private BoardProfile Profile(ParseResult line)
    {
        var id = line.GetValue(_id);
        var profile = id is null ? new BoardProfile() : BoardProfile.For(PkiFolder.Open(line.GetRequiredValue(_folder)), id);
        var network = line.GetRequiredValue(_network).Split(' ', 2);
        var settings = new Dictionary<string, string>(profile.Settings);
        foreach (var (key, value) in Pairs(line.GetValue(_settings), "--setting", "KEY=VALUE")) settings[key] = value;
        var hosts = new Dictionary<string, IPAddress> { ["server.test"] = IPAddress.Loopback, ["localhost"] = IPAddress.Loopback };
        foreach (var (name, text) in Pairs(line.GetValue(_hosts), "--host", "NAME=ADDRESS"))
            hosts[name] = IPAddress.TryParse(text, out var address) ? address : throw new HarnessException($"--host: '{text}' is not an IP address", $"--host {name}=127.0.0.1", ExitCode.Usage);
        return profile with { Ssid = network[0], Password = network.Length > 1 ? network[1] : "", Settings = settings, Hosts = hosts, TimeSource = line.GetValue(_noTime) ? null : profile.TimeSource };
    }

    private static IEnumerable<(string Key, string Value)> Pairs(string[]? texts, string option, string form)
    {
        foreach (var text in texts ?? [])
        {
            var equals = text.IndexOf('=');
            if (equals < 1) throw new HarnessException($"{option}: '{text}' is not of the form {form}", $"{option} {form}", ExitCode.Usage);
            yield return (text[..equals], text[(equals + 1)..]);
        }
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
