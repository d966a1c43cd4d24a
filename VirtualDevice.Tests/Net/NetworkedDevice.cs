using System.Net;
using System.Net.Sockets;
using System.Text;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Tests.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Net;

/// <summary>The test application "Network" on a board in reach of one access point, and a listener of the host for it to connect to.</summary>
internal sealed class NetworkedDevice : IDisposable
{
    public const string Ssid = "Lab Net";
    public const string Password = "correct horse";

    private RunningDevice? _running;

    public NetworkedDevice(bool isProvisioned = true)
    {
        Listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Listener.Listen();
        Network.Hosts["server.test"] = IPAddress.Loopback;
        Board.Radio.Add(Network);
        if (isProvisioned) Board.Wifi.Provision(Ssid, Password);
    }

    public VirtualBoard Board { get; } = new();

    public AccessPoint Network { get; } = new(Ssid, Password) { TimeSource = () => new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc) };

    public Socket Listener { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public int Port => ((IPEndPoint)Listener.LocalEndPoint!).Port;

    public RunningDevice Running => _running ?? throw new InvalidOperationException("not switched on");

    public void Store(string name, string text) => Board.Flash.Write(@"I:\" + name, Encoding.UTF8.GetBytes(text));

    /// <summary>Switches the device on with a scenario.</summary>
    public NetworkedDevice Run(params object[] scenario)
    {
        Store("scenario.txt", string.Join('\n', scenario));
        _running = new RunningDevice("Network", Board);
        return this;
    }

    public NetworkedDevice Expect(string line)
    {
        Running.WaitForOutput(line + "\r\n");
        return this;
    }

    public void Dispose()
    {
        _running?.Dispose();
        Listener.Dispose();
    }
}
