using System.CommandLine;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Provisioning;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>board provision</c>: the files that nanoff puts on a board, and how.</summary>
internal sealed class BoardProvisionCommand : HarnessCommand
{
    private readonly BoardFlags _flags = new();
    private readonly WifiFlags _wifi = new();
    private readonly Option<string?> _server = new("--server") { Description = "The name of the HTTPS endpoint and the broker: https.host and mqtt.host.", HelpName = "NAME" };
    private readonly Option<string[]> _settings = new("--setting") { Description = @"A line of I:\settings.txt, as KEY=VALUE; may be repeated.", HelpName = "KEY=VALUE" };
    private readonly Option<string?> _web = WebOption.Create();
    private readonly FlashFileOptions _further = new();
    private readonly Option<bool> _operators = new("--trust-operators") { Description = "Trust the operators' CA too, for a device that runs a server of its own." };
    private readonly Option<string> _serialPort = new("--serialport")
    {
        Description = "The board's serial port, for the printed commands.", HelpName = "PORT",
        DefaultValueFactory = _ => OperatingSystem.IsWindows() ? "COM3" : "/dev/ttyACM0",
    };

    public BoardProvisionCommand(Terminal terminal)
        : base(terminal, "provision", "Write the files that nanoff puts on a board (Wi-Fi, certificates, settings), and print the commands.")
    {
        _flags.AddTo(this);
        foreach (var option in _wifi.All.Concat([_server, _settings, _web, .. _further.All, _operators, _serialPort]))
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("board provision esp32-kitchen", "Certificates/out/boards/esp32-kitchen; the firmware asks for the Wi-Fi network"),
        new("board provision esp32-kitchen --ssid HomeNet --password correct-horse-battery --server server.test", "a board that joins by itself"),
        new("board provision esp32-kitchen --web server.test", "with an HTTPS server of its own, for operators"),
        new("board provision esp32-kitchen --web server.test --file www/ca.crt=Certificates/out/ca-chain.cert.pem", "and a file for it to serve"),
        new("board provision esp32-kitchen --updates https://server.test:8444/update/Blink", "after update keygen: a board that takes signed updates"),
    ];

    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var id = _flags.Id(line);
        var files = _flags.Files(line);
        var pki = _flags.Pki(line);
        var layout = pki.Layout;
        if (id.Contains('@'))
        {
            throw new HarnessException($"the firmware takes no '@' in a device's id, as in '{id}'", "issue a certificate for another id: pki issue device ID", ExitCode.Usage);
        }

        if (!File.Exists(layout.Device(id).Certificate))
        {
            throw new HarnessException($"there is no certificate of device '{id}'", $"issue it: pki issue device {id}", ExitCode.Missing);
        }

        var web = line.GetValue(_web) is { } server ? WebProvision.For(pki, server) : null;
        if (web is not null && line.GetValue(_operators))
        {
            throw new HarnessException("--web and --trust-operators cannot be combined", "with --web the store trusts operators alone, and servers by a file", ExitCode.Usage);
        }

        string[] trusted = web is not null ? [web.Trusted] : line.GetValue(_operators) ? [layout.CaChain, layout.OperatorCa] : [layout.CaChain];
        files.Write(layout.Device(id), trusted, _wifi.Read(line), Settings(line, id, web),
            _further.Files(line, layout.Folder, web?.Files ?? new Dictionary<string, string>(), hasLabel: File.Exists(files.Presence)));
        var port = line.GetRequiredValue(_serialPort);
        string[] commands =
        [
            $"nanoff --nanodevice --serialport {port} --networkdeployment {files.Network}",
            $"nanoff --nanodevice --serialport {port} --filedeployment {files.Files}",
        ];
        var trial = $"{ProgramName.Here} device run --network-deployment {files.Network} --file-deployment {files.Files}";
        if (IsJson(line))
        {
            Terminal.Json(new { id, network = files.Network, files = files.Files, settings = files.Settings, commands, trial });
            return Task.FromResult(ExitCode.Ok);
        }

        Terminal.Line($" {files.Network}, with the device's private key", "written", "green");
        Terminal.Line($" {files.Files}, {files.Settings}", "written", "green");
        Terminal.Line("", "on the board:");
        foreach (var command in commands)
        {
            Terminal.Line($"  {command}");
        }

        Terminal.Line("", "on a virtual one:");
        Terminal.Line($"  {trial}");
        Terminal.Line("", "afterwards, so that the key stays on the board alone:");
        Terminal.Line($"  {ProgramName.Here} board clean {id}{Elsewhere(files, id)}");
        return Task.FromResult(ExitCode.Ok);
    }

    private Dictionary<string, string> Settings(ParseResult line, string id, WebProvision? web)
    {
        var settings = (web?.Settings ?? new Dictionary<string, string>()).Concat(_further.Settings(line)).ToDictionary();
        settings["device.id"] = id;
        if (line.GetValue(_server) is { } server)
        {
            settings["https.host"] = settings["mqtt.host"] = server;
        }

        foreach (var (key, value) in Pairs.Of(line.GetValue(_settings), "--setting", "KEY=VALUE", "mqtt.port=8883"))
        {
            settings[key] = value;
        }

        return settings;
    }

    private static string Elsewhere(BoardFiles files, string id) =>
        files.Folder == Path.GetFullPath(Path.Combine("Certificates", "out", "boards", id)) ? "" : $" --output {files.Folder}";
}
