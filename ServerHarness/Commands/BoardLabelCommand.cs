using System.CommandLine;
using SecureEsp.ServerHarness.Provisioning;

namespace SecureEsp.ServerHarness.Commands;

/// <summary><c>board label</c>: the secrets of one device, and what is printed on it.</summary>
internal sealed class BoardLabelCommand : HarnessCommand
{
    private readonly BoardFlags _flags = new();
    private readonly Option<string?> _png = new("--png") { Description = "Draw the Wi-Fi QR code into this file, too.", HelpName = "FILE" };

    public BoardLabelCommand(Terminal terminal)
        : base(terminal, "label", "Make what a device's label says: its own Wi-Fi network, with a QR code, and the setup code of its page. Made once, shown again each time.")
    {
        _flags.AddTo(this);
        Options.Add(_png);
    }

    public override IReadOnlyList<Example> Examples =>
    [
        new("board label esp32-kitchen", "before 'board provision', which then puts the secrets on the board; else the device makes its own"),
    ];

    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var files = _flags.Files(line);
        var label = new DeviceLabel(_flags.Id(line), PresenceSecrets.Ensure(files.Presence));
        if (line.GetValue(_png) is { } png) await QrCode.SaveAsync(label.WifiText, png, cancellation);
        if (IsJson(line))
        {
            Terminal.Json(new
            {
                id = label.DeviceId, ssid = label.Ssid, password = label.Secrets.Password, page = DeviceLabel.Page, code = label.Secrets.Code,
                wifi = label.WifiText, file = files.Presence,
            });
            return ExitCode.Ok;
        }

        foreach (var (name, value) in label.Lines) Terminal.Line($"{name,-12}{value}");
        Terminal.Line("");
        if (QrCode.IsAvailable)
        {
            Terminal.Line((await QrCode.DrawAsync(label.WifiText, cancellation)).TrimEnd('\n'));
        }
        else
        {
            Terminal.Line($"QR code     {label.WifiText}");
            Terminal.Note($"to have it drawn: {QrCode.Remedy}");
        }

        return ExitCode.Ok;
    }
}
