using System.Net;
using System.Reflection;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.VirtualDevice.Runtime;
using Xunit.Abstractions;
using Firmware = SecureEsp.ServerHarness.Devices.Firmware;

namespace SecureEsp.ServerHarness.Tests.MainJob;

/// <summary>The firmware's HTTP client on a body that no device could hold.</summary>
public sealed class StreamingTests(PkiFixture pki, ITestOutputHelper output) : IClassFixture<PkiFixture>
{
    private const int Small = 1024;
    private const int Large = 10 * 1024 * 1024;
    private const int LittleBytes = 16 * 1024;

    private readonly TaskCompletionSource<(long Small, long Large)> _measured = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Device? _device;

    [TimedFact]
    public async Task Ten_megabytes_take_no_more_heap_than_one_kilobyte()
    {
        using var server = new BodyServer(pki.Server);
        var profile = BoardProfile.For(pki.Pki, "dev-1").With(("https.port", $"{server.Port}"), ("https.probe", "off"));
        var board = (profile with { Hosts = new Dictionary<string, IPAddress> { [PkiFixture.ServerName] = IPAddress.Loopback } }).Create();
        board.Wifi.Provision(profile.Ssid, profile.Password);
        using var device = _device = new Device(board, Firmware.Open(Firmware.Own, metered: true), Run);
        device.PowerOn();
        var (small, large) = await _measured.Task;
        output.WriteLine($"allocated for {Small} bytes: {small}; for {Large} bytes: {large}");
        Assert.InRange(large, 1, small + LittleBytes);
    }

    private void Run(Assembly application)
    {
        try
        {
            dynamic device = application.GetType("SecureEsp.DeviceApp.Boot.Composition")!.GetMethod("Device")!.Invoke(null, null)!;
            dynamic state = Activator.CreateInstance(application.GetType("SecureEsp.DeviceApp.Boot.SettingsState")!)!;
            while (state.Name != "https") state = state.Run(device);
            device.Https.Limits.Body = Large;

            // The body goes through the console's part that leaves it out: not the line's speed is measured here.
            application.GetType("SecureEsp.DeviceApp.Commands.CommandTable")!.GetMethod("Run", [typeof(string), device.GetType()])!.Invoke(null, ["log error", device]);
            var response = application.GetType("SecureEsp.DeviceApp.Http.ConsoleResponse")!;
            _measured.SetResult((Allocated(device, response, Small), Allocated(device, response, Large)));
        }
        catch (Exception e) when (e is not DeviceStoppedException)
        {
            _measured.SetException(new InvalidOperationException(e.ToString()));
        }
    }

    private long Allocated(dynamic device, Type response, int bytes)
    {
        dynamic sink = Activator.CreateInstance(response, device.Console)!;
        var before = _device!.ReadMeter()!.AllocatedBytes;
        dynamic result = device.Https.Get($"/{bytes}", sink);
        if (result.Failure is not null || result.BodyBytes != bytes) throw new InvalidOperationException($"{result.Failure} after {result.BodyBytes} bytes");
        return _device.ReadMeter()!.AllocatedBytes - before;
    }
}
