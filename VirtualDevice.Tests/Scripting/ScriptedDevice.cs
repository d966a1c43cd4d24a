using System.Net;
using System.Text;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Tests.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Scripting;

/// <summary>A device that joins the network "test" and carries out a script (Firmware/MqttScript and HttpScript).</summary>
internal sealed class ScriptedDevice : IDisposable
{
    private readonly RunningDevice _running;

    public ScriptedDevice(string firmware, string script, Action<VirtualBoard>? provision = null)
        : this(new FirmwareImage(Path.Combine(AppContext.BaseDirectory, "Firmware", firmware + ".dll")), script, provision)
    {
    }

    public ScriptedDevice(FirmwareImage image, string script, Action<VirtualBoard>? provision = null)
    {
        Network.Hosts["server.test"] = IPAddress.Loopback;
        Network.Hosts["other.test"] = IPAddress.Loopback;
        var board = new VirtualBoard();
        board.Radio.Add(Network);
        board.Flash.Write(@"I:\script.txt", Encoding.UTF8.GetBytes(script.ReplaceLineEndings("\n").Trim()));
        provision?.Invoke(board);
        _running = new RunningDevice(image, board);
    }

    public AccessPoint Network { get; } = new("test", "password") { TimeSource = () => DateTime.UtcNow };

    public string Output => _running.Output;

    /// <summary>Waits for a whole line, which ends in a semicolon.</summary>
    public void Expect(string line, int times = 1) => _running.WaitForOutput(line, times);

    public void WaitForEnd() => _running.WaitForOutput("script done");

    /// <summary>Switches the device off, upon which no thread of it may be left.</summary>
    public void CutPower()
    {
        _running.Device.PowerOff();
        Assert.DoesNotContain(_running.Events, e => e.Kind == DeviceEventKind.ThreadsStuck);
    }

    public void Dispose() => _running.Dispose();
}
