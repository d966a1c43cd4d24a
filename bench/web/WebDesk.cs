using System.Net;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.VirtualDevice.Runtime;
using Firmware = SecureEsp.ServerHarness.Devices.Firmware;

namespace SecureEsp.WebBench;

/// <summary>A device with its server, and nothing else.</summary>
internal sealed class WebDesk : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("secureesp-web-").FullName;

    private WebDesk()
    {
    }

    public Device Device { get; private set; } = null!;

    public KeyPairFiles Operator { get; private set; } = null!;

    public Life Life { get; private set; } = null!;

    public IPEndPoint Address { get; private set; } = null!;

    public static async Task<WebDesk> StartAsync(bool operatorsOnly)
    {
        var desk = new WebDesk();
        try
        {
            desk.Make(operatorsOnly);
            var console = desk.Device.Board.Uart0;
            desk.Device.PowerOn();
            await console.WaitForAsync("{SSID} {PWD}", s_limit);
            console.Type("HomeNet correct-horse-battery\r\n");
            desk.Address = await desk.Device.Board.Radio.Ports.WaitForListenerAsync(443, s_limit);
            await console.WaitForAsync("[console] press a key for commands", s_limit);
            return desk;
        }
        catch
        {
            desk.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Device?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Make(bool operatorsOnly)
    {
        var pki = PkiFolder.OpenOrCreate(Path.Combine(_folder, "pki"));
        pki.IssueServer("esp.test");
        pki.IssueDevice("dev-1");
        pki.IssueOperator("alice");
        Operator = pki.Layout.Operator("alice");
        var profile = BoardProfile.For(pki, "dev-1").WithWeb(pki, "esp.test").With(("https.probe", "off"));
        if (!operatorsOnly) profile = profile.With(("http.ssl_ca_cert", ""));
        Device = new Device(profile.Create(), Firmware.Open(Firmware.Own), application =>
        {
            Life = Life.Current;
            application.EntryPoint!.Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, null, null);
        });
    }
}
