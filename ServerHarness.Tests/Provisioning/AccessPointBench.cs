using System.Net;
using System.Reflection;
using System.Text;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Provisioning;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;
using Firmware = SecureEsp.ServerHarness.Devices.Firmware;

namespace SecureEsp.ServerHarness.Tests.Provisioning;

/// <summary>A device without a network that opens its own one, its label, and a machine that joins it.</summary>
internal sealed class AccessPointBench : IAsyncDisposable
{
    public const string Name = "esp.test";
    public const string DeviceId = "dev-1";
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private HostStation? _station;

    /// <param name="isLabelled">Its secrets were made before it; else it makes its own.</param>
    public AccessPointBench(bool isLabelled = true, params (string Key, string Value)[] settings)
    {
        Pki = PkiFolder.OpenOrCreate(_folder.File("pki"));
        Pki.IssueServer(Name, "192.168.4.1");
        Pki.IssueServer("server.test");
        Pki.IssueDevice(DeviceId);
        Pki.IssueOperator("alice");
        Label = new(DeviceId, PresenceSecrets.Create());
        var profile = BoardProfile.For(Pki, DeviceId).WithWeb(Pki, Name).With([("ap.after", "0"), ("https.probe", "off"), .. settings]);
        Board = (profile with { Hosts = new Dictionary<string, IPAddress> { ["server.test"] = IPAddress.Loopback } }).Create();
        if (isLabelled) Board.Flash.Write(PresenceSecrets.OnBoard, Encoding.ASCII.GetBytes(Label.Secrets.Text));
        Device = new Device(Board, Firmware.Open(Firmware.Own), application =>
        {
            Life = Life.Current;
            application.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
        });
    }

    public PkiFolder Pki { get; }

    public DeviceLabel Label { get; }

    public VirtualBoard Board { get; }

    public Device Device { get; }

    /// <summary>The device's life since its last boot.</summary>
    public Life Life { get; private set; } = null!;

    public Uart Console => Board.Uart0;

    /// <summary>Where 192.168.4.1:443 is for programs of this machine.</summary>
    public IPEndPoint Page => _station!.Reach(443);

    public HostStation Station => _station!;

    public string File(string name) => _folder.File(name);

    /// <summary>A labelled one that is switched on, and its network joined.</summary>
    /// <param name="prepare">Is done to it before.</param>
    public static async Task<AccessPointBench> OpenedAsync(Action<AccessPointBench>? prepare = null)
    {
        var bench = new AccessPointBench();
        try
        {
            prepare?.Invoke(bench);
            bench.Device.PowerOn();
            await bench.JoinAsync();
            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for the network to be opened, and joins it with what the label says.</summary>
    /// <param name="from">Where on the console to begin to look.</param>
    public async Task JoinAsync(long from = 0)
    {
        await Console.WaitForAsync("WiFi AP IP: 192.168.4.1/255.255.255.0 gw 192.168.4.1", Limit, from);
        await Console.WaitForAsync("HTTP server started on [443] (SSL)", Limit, from);
        _station?.Dispose();
        Assert.Equal(JoinResult.Joined, Board.Radio.OwnAccessPoint!.Join(Label.Ssid, Label.Secrets.Password, out _station));
        Assert.Equal("192.168.4.2", $"{(await _station!.GetAddressAsync(Limit)).Address}");
    }

    /// <summary>curl, as somebody in the device's network would call it.</summary>
    /// <returns>Its output ends in the status.</returns>
    public async Task<ToolResult> Curl(params string[] arguments)
    {
        var answer = await Tool.Run(
            "curl",
            ["-sS", "-m", "60", "--cacert", Pki.Layout.CaChain, "--connect-to", $"192.168.4.1:443:{Page}", "-w", "\n%{http_code}", .. arguments]);
        return answer with { Output = answer.Output.TrimEnd('\n') };
    }

    public async ValueTask DisposeAsync()
    {
        _station?.Dispose();
        Device.Dispose();
        await Task.CompletedTask;
        _folder.Dispose();
    }
}
