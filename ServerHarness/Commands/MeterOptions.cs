using System.CommandLine;
using System.Text.Json;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Runtime.Metering;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>The options of the IL meter.</summary>
internal sealed class MeterOptions
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Option<string?> _meter = new("--meter")
    {
        Description = "Count what the firmware executes and print the costliest methods at the end of each boot; with a file, write them all there as JSON, one line for each boot.",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<double?> _rate = SharedOptions.Number(
        "--rate", "IL instructions a second of the board that times are told for; without, 1 to 3.3 million, estimated for an ESP32-S3.", "NUMBER", 1e12);

    public void AddTo(Command command)
    {
        command.Options.Add(_meter);
        command.Options.Add(_rate);
    }

    public bool IsWanted(ParseResult line) => line.GetResult(_meter) is not null;

    /// <summary>Tells of each life of the device when it ends.</summary>
    public void Observe(ParseResult line, Device device, Terminal terminal, bool json)
    {
        var (file, rate) = (line.GetValue(_meter), line.GetValue(_rate));
        if (file is not null) File.WriteAllText(file, "");
        device.Metered += reading => Tell(new(reading, rate), file, terminal, json);
    }

    private static void Tell(MeterReport report, string? file, Terminal terminal, bool json)
    {
        if (file is not null) File.AppendAllText(file, JsonSerializer.Serialize(report.Document(), Json) + "\n");
        if (json) terminal.Json(report.Document());
        else terminal.Table(report.Table());
    }
}
