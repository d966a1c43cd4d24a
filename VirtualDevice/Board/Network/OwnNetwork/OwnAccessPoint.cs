using System.Net;
using System.Text;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>
/// The device's own access point while it is up. It has no DHCP of its own: firmware must answer DHCP, as on a board, whose images
/// leave lwIP's server out (nf-interpreter, sdkconfig.default.esp32s3: CONFIG_LWIP_DHCPS=n).
/// </summary>
public sealed class OwnAccessPoint
{
    /// <summary>ESP-IDF's ESP_WIFI_MAX_CONN_NUM on an ESP32-S3.</summary>
    public const int MostConnections = 15;

    private const byte Wep = 6, Wpa = 7, Wpa2 = 8;
    private const byte HiddenSsid = 0x08;
    private const int ShortestPassword = 8, FirstChannel = 1, LastChannel = 11;

    private readonly Lock _lock = new();
    private readonly HostStation?[] _stations;
    private readonly string? _password;
    private bool _isDown;

    internal OwnAccessPoint(OwnAccessPointSettings settings, IPAddress address, DevicePorts ports)
    {
        Ssid = settings.Ssid;
        IsHidden = (settings.Options & HiddenSsid) != 0;
        Channel = settings.Channel == 0 ? FirstChannel : settings.Channel;
        Address = address;
        Ports = ports;
        _password = IsOpenNetwork(settings) ? null : settings.Password;
        _stations = new HostStation?[Math.Min(settings.MaxConnections, (byte)MostConnections)];
    }

    public string Ssid { get; }

    /// <summary>It can be joined by who knows its name.</summary>
    public bool IsHidden { get; }

    /// <summary>1 to 11.</summary>
    public int Channel { get; }

    /// <summary>Anybody may join.</summary>
    public bool IsOpen => _password is null;

    /// <summary>The device's address in its own network.</summary>
    public IPAddress Address { get; }

    /// <summary>Who has joined.</summary>
    public IReadOnlyList<HostStation> Stations
    {
        get
        {
            lock (_lock) return [.. _stations.OfType<HostStation>()];
        }
    }

    internal DevicePorts Ports { get; }

    /// <summary>A station has joined or left: its index, and whether it is there now.</summary>
    internal event Action<int, bool>? StationChanged;

    /// <summary>Joins, as a phone or a laptop would. It has no address yet.</summary>
    /// <param name="ssid">The name that the joining side looks for.</param>
    /// <param name="password">Null or empty: it knows none.</param>
    /// <param name="station">The joined station, to be disposed when it leaves; null unless it has joined.</param>
    public JoinResult Join(string ssid, string? password, out HostStation? station)
    {
        station = null;
        int index;
        lock (_lock)
        {
            if (_isDown || ssid != Ssid) return JoinResult.NoSuchNetwork;
            if (_password is not null && password != _password) return JoinResult.WrongPassword;
            index = Array.IndexOf(_stations, null);
            if (index < 0) return JoinResult.Full;
            _stations[index] = station = new HostStation(this);
        }
        StationChanged?.Invoke(index, true);
        return JoinResult.Joined;
    }

    /// <summary>Why the radio does not take a configuration; null where it does.</summary>
    internal static string? Refusal(OwnAccessPointSettings settings)
    {
        if (settings.Ssid.Length == 0) return "no SSID";
        if (settings.Channel > LastChannel) return $"channel {settings.Channel}: 1 to {LastChannel}";
        if (settings.MaxConnections == 0) return "no connections";
        if (IsOpenNetwork(settings)) return null;
        if (settings.Authentication == Wep) return "no WEP";
        return Encoding.UTF8.GetByteCount(settings.Password) < ShortestPassword ? $"a password under {ShortestPassword} bytes" : null;
    }

    internal HostStation? StationAt(int index)
    {
        lock (_lock) return index >= 0 && index < _stations.Length ? _stations[index] : null;
    }

    internal int Places => _stations.Length;

    internal void Remove(HostStation station)
    {
        int index;
        lock (_lock)
        {
            index = Array.IndexOf(_stations, station);
            if (index < 0) return;
            _stations[index] = null;
        }
        station.OnLeft();
        StationChanged?.Invoke(index, false);
    }

    /// <summary>Carries a datagram of the device to one station, or to all of them.</summary>
    /// <returns>False where nobody has that address.</returns>
    internal bool Deliver(IPEndPoint to, int fromPort, ReadOnlySpan<byte> datagram)
    {
        var isBroadcast = to.Address.GetAddressBytes()[3] == 0xFF;
        var receivers = Stations.Where(s => isBroadcast || to.Address.Equals(s.Address)).ToList();
        foreach (var station in receivers) station.OnDatagram(new(fromPort, to.Port, datagram.ToArray()));
        return isBroadcast || receivers.Count > 0;
    }

    /// <summary>Whether an address is of this network, or stands for all in it.</summary>
    internal bool IsNeighbour(IPAddress address) =>
        address.Equals(IPAddress.Broadcast) || address.GetAddressBytes().AsSpan(0, 3).SequenceEqual(Address.GetAddressBytes().AsSpan(0, 3));

    /// <summary>Reset or power cut: every station loses it.</summary>
    internal void GoDown()
    {
        lock (_lock) _isDown = true;
        foreach (var station in Stations) Remove(station);
    }

    // NF_ESP32_Wireless.cpp, MapAuthentication: what is neither WEP, WPA nor WPA2 is open, and so is every network without a password.
    private static bool IsOpenNetwork(OwnAccessPointSettings settings) =>
        settings.Authentication is not (Wep or Wpa or Wpa2) || settings.Password.Length == 0;
}
