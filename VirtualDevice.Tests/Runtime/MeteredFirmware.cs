using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Runtime.Metering;

namespace SecureEsp.VirtualDevice.Tests.Runtime;

/// <summary>What the test application "Metered" cost when it had run once.</summary>
public sealed class MeteredFirmware
{
    public MeteredFirmware()
    {
        using var running = Start();
        running.WaitForEvent(DeviceEventKind.MainEnded);
        Reading = running.Device.ReadMeter()!;
    }

    public MeterReading Reading { get; }

    public MeteredMethod Method(string name) => Reading.Methods.Single(m => m.Name == "Metered." + name);

    internal static RunningDevice Start() => new("Metered", isMetered: true);
}
