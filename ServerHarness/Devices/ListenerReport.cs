using System.Net;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Devices;

/// <summary>Tells each TCP port that a device listens on, and again where the host reaches it elsewhere than before.</summary>
internal sealed class ListenerReport
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, IPEndPoint> _told = [];
    private readonly DevicePorts _ports;
    private readonly Action<int, IPEndPoint> _tell;

    /// <param name="tell">Gets the device's port, and where it is on this machine.</param>
    public ListenerReport(DevicePorts ports, Action<int, IPEndPoint> tell)
    {
        (_ports, _tell) = (ports, tell);
        ports.Changed += Look;
    }

    private void Look()
    {
        lock (_lock)
        {
            foreach (var (port, host) in _ports.Listeners.Where(l => !_told.TryGetValue(l.Port, out var before) || !before.Equals(l.Host)))
            {
                _told[port] = host;
                _tell(port, host);
            }
        }
    }
}
