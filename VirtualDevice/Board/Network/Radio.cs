using System.Net;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>The Wi-Fi radio: the networks that it hears, the station that joins one of them, and the device's own access point.</summary>
public sealed class Radio
{
    /// <summary>What an ESP32 gives its own access point unless it is configured.</summary>
    internal static readonly IPAddress DefaultOwnAddress = new([192, 168, 4, 1]);

    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly Lock _lock = new();
    private readonly WifiConfiguration _configuration;
    private readonly List<AccessPoint> _accessPoints = [];
    private readonly Station _station;

    internal Radio(WifiConfiguration configuration, BoardClock clock)
    {
        _configuration = configuration;
        Ports = new DevicePorts(() => Address is not null);
        _station = new Station(this, configuration, Report);
        Sntp = new SntpClient(clock, () => Joined);
    }

    /// <summary>The networks in reach; see also <see cref="AccessPoint.IsInRange"/>.</summary>
    public IReadOnlyList<AccessPoint> AccessPoints
    {
        get
        {
            lock (_lock) return [.. _accessPoints];
        }
    }

    /// <summary>The network that the station has joined; null: none.</summary>
    public AccessPoint? Joined => _station.Network;

    /// <summary>The station's address as firmware sees it; null: none.</summary>
    public IPAddress? Address => _station.Address;

    /// <summary>
    /// Where the host reaches what the device listens on: the loopback address that every network's DHCP gives this radio.
    /// Another one can be chosen before the device is switched on; it stays the same from then on.
    /// </summary>
    public IPAddress HostAddress { get; set; } = LoopbackAddresses.Next();

    /// <summary>Time that joining takes, until the attempt is decided.</summary>
    public TimeSpan JoinTime { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Time from joining until DHCP has given an address.</summary>
    public TimeSpan AddressTime { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The device's own access point, while it is up: where it was enabled when the device booted.</summary>
    public OwnAccessPoint? OwnAccessPoint { get; private set; }

    /// <summary>Where the host finds what the device listens on, as long as the device is in a network.</summary>
    public DevicePorts Ports { get; }

    /// <summary>The firmware's client of the networks' time service.</summary>
    public SntpClient Sntp { get; }

    /// <summary>Raised after each change, on the thread that caused it.</summary>
    public event Action<LinkChange>? Changed;

    /// <summary>A station has joined or left the device's own access point: its index, and whether it is there now.</summary>
    public event Action<int, bool>? StationChanged;

    /// <summary>True while some interface is up.</summary>
    internal bool IsUp => Joined is not null || OwnAccessPoint is not null;

    /// <summary>Completes when the link is lost; completed while there is none.</summary>
    internal Task LinkLost => OwnAccessPoint is not null ? Never : _station.LinkLost;

    public void Add(AccessPoint accessPoint)
    {
        lock (_lock) _accessPoints.Add(accessPoint);
        accessPoint.Changed += OnAccessPointChanged;
        OnAccessPointChanged();
    }

    public void Remove(AccessPoint accessPoint)
    {
        accessPoint.Changed -= OnAccessPointChanged;
        lock (_lock) _accessPoints.Remove(accessPoint);
        OnAccessPointChanged();
    }

    /// <summary>Looks a name up in the joined network's DNS.</summary>
    /// <returns>Null: unknown, or no address yet to ask from.</returns>
    internal IPAddress? Resolve(string name) =>
        Address is not null && Joined is { } network && network.Hosts.TryGetValue(name.TrimEnd('.'), out var address) ? address : null;

    /// <summary>Boot: joins the stored network if it is to be joined by itself.</summary>
    internal void PowerOn()
    {
        var own = _configuration.OwnAccessPoint;
        if (own.IsEnabled && OwnAccessPoint.Refusal(own) is null) Open(own);
        _station.PowerOn();
    }

    /// <summary>Reset or power cut: the network sees the station vanish.</summary>
    internal void PowerOff()
    {
        OwnAccessPoint?.GoDown();
        OwnAccessPoint = null;
        _station.PowerOff();
    }

    /// <inheritdoc cref="Station.JoinAsync"/>
    internal Task<JoinResult> JoinAsync(string ssid, string password) => _station.JoinAsync(ssid, password);

    /// <inheritdoc cref="Station.Leave"/>
    internal void Leave() => _station.Leave();

    /// <summary>Whether the radio runs with a station.</summary>
    internal bool HasStation => _station.IsOn;

    internal void Scan() => Changed?.Invoke(LinkChange.ScanComplete);

    /// <inheritdoc cref="Station.ApplyAddress"/>
    internal void ApplyAddress() => _station.ApplyAddress();

    /// <inheritdoc cref="Station.ReleaseAddress"/>
    internal void ReleaseAddress() => _station.ReleaseAddress();

    private void Report(LinkChange change)
    {
        Changed?.Invoke(change);
        Ports.LookAgain();
    }

    private void Open(OwnAccessPointSettings settings)
    {
        var address = _configuration.GetInterface(InterfaceSettings.OwnAccessPoint).Address;
        OwnAccessPoint = new OwnAccessPoint(settings, address == 0 ? DefaultOwnAddress : new IPAddress(address), Ports);
        OwnAccessPoint.StationChanged += (index, isThere) => StationChanged?.Invoke(index, isThere);
    }

    private void OnAccessPointChanged()
    {
        _station.OnNetworksChanged();
        Sntp.Ask();
    }
}
