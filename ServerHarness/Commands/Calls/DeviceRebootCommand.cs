using System.CommandLine;
using SecureEsp.ServerHarness.Rpc;

namespace SecureEsp.ServerHarness.Commands.Calls;

/// <summary><c>device reboot</c>.</summary>
internal sealed class DeviceRebootCommand(Terminal terminal) : CallingCommand(terminal, "reboot", "Restart a device. It has agreed when this ends, and restarts half a second later.")
{
    private const int DelayMs = 500;

    public override IReadOnlyList<Example> Examples => [new("device reboot --at mqtts://localhost/esp32-kitchen", "through the broker")];

    protected override async Task CallAsync(ParseResult line, IDeviceChannel channel, CancellationToken cancellation)
    {
        await channel.CallAsync("Sys.Reboot", new() { ["delay_ms"] = DelayMs }, cancellation);
        if (IsJson(line))
        {
            Terminal.Json(new { rebooting = true });
        }
        else
        {
            Terminal.Line("", "rebooting", "green");
        }
    }
}
