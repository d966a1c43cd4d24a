using System.CommandLine;
using System.Text.Json;
using SecureEsp.ServerHarness.Rpc;

namespace SecureEsp.ServerHarness.Commands.Calls;

/// <summary><c>device info</c>: what a device is and how it is.</summary>
internal sealed class DeviceInfoCommand(Terminal terminal) : CallingCommand(terminal, "info", "Show what a device is: firmware, application, memory, network.")
{
    public override IReadOnlyList<Example> Examples => [new("device info --at mqtts://localhost/esp32-kitchen", "through the broker")];

    protected override async Task CallAsync(ParseResult line, IDeviceChannel channel, CancellationToken cancellation)
    {
        var info = await channel.CallAsync("Sys.GetInfo", null, cancellation);
        if (info.ValueKind != JsonValueKind.Object) throw CallFrame.Strange("Sys.GetInfo", null);
        if (IsJson(line))
        {
            Terminal.Json(info);
            return;
        }

        Show(info, "");
    }

    private void Show(JsonElement values, string above)
    {
        foreach (var value in values.EnumerateObject().Where(v => v.Value.ValueKind != JsonValueKind.Null))
        {
            if (value.Value.ValueKind == JsonValueKind.Object)
            {
                Show(value.Value, $"{above}{value.Name}.");
            }
            else
            {
                Terminal.Line($" {Text.Printable(value.Value.ToString())}", Text.Printable($"{above}{value.Name}").PadRight(13));
            }
        }
    }
}
