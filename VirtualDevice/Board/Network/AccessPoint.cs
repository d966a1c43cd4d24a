using System.Collections.Concurrent;
using System.Net;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>A Wi-Fi network that devices can join, with the DNS and time service it offers. Several devices may share one.</summary>
public sealed class AccessPoint
{
    private static int s_made;

    private readonly ConcurrentDictionary<string, IPAddress> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private string _password;
    private bool _isInRange = true;
    private Func<DateTime?>? _timeSource;

    /// <param name="ssid">1 to 32 bytes of UTF-8.</param>
    /// <param name="password">Empty: an open network.</param>
    public AccessPoint(string ssid, string password = "")
    {
        Ssid = ssid;
        _password = password;
        var number = Interlocked.Increment(ref s_made);
        Bssid = [0x02, 0xAC, 0xCE, 0x55, (byte)(number >> 8), (byte)number];
    }

    public string Ssid { get; }

    /// <summary>Changing it does not throw out who has joined; it counts the next time.</summary>
    public string Password
    {
        get => _password;
        set
        {
            _password = value;
            Changed?.Invoke();
        }
    }

    public byte[] Bssid { get; }

    /// <summary>Signal at the device in dBm.</summary>
    public sbyte Rssi { get; set; } = -50;

    /// <summary>False: gone, as after a power cut of the access point. Devices join again by themselves when it returns.</summary>
    public bool IsInRange
    {
        get => _isInRange;
        set
        {
            _isInRange = value;
            Changed?.Invoke();
        }
    }

    /// <summary>
    /// What an SNTP request from this network gets: UTC, or null for no answer. Null instead of a function: no time service.
    /// </summary>
    public Func<DateTime?>? TimeSource
    {
        get => _timeSource;
        set
        {
            _timeSource = value;
            Changed?.Invoke();
        }
    }

    /// <summary>
    /// The network's DNS. Devices can reach loopback addresses (127.0.0.0/8) only; any other one is unreachable to them.
    /// </summary>
    public IDictionary<string, IPAddress> Hosts => _hosts;

    /// <summary>Raised when something changed that a device may wait for.</summary>
    internal event Action? Changed;
}
