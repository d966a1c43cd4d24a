using System.Net;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>
/// The station's link. Once told to join, the driver joins again by itself after every loss and failure until it is told
/// to leave (nf-interpreter, targetHAL_Network.cpp); here, whenever something changes at the networks in reach.
/// </summary>
internal sealed class Station
{
    private readonly Lock _lock = new();
    private readonly Radio _radio;
    private readonly WifiConfiguration _configuration;
    private readonly Action<LinkChange> _report;
    private TaskCompletionSource _linkLost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _attempt;
    private (string Ssid, string Password)? _wanted;
    private bool _isOn;

    public Station(Radio radio, WifiConfiguration configuration, Action<LinkChange> report)
    {
        _radio = radio;
        _configuration = configuration;
        _report = report;
        _linkLost.SetResult();
    }

    /// <summary>Whether the radio runs with a station.</summary>
    public bool IsOn
    {
        get
        {
            lock (_lock) return _isOn;
        }
    }

    public AccessPoint? Network { get; private set; }

    public IPAddress? Address { get; private set; }

    public Task LinkLost
    {
        get
        {
            lock (_lock) return _linkLost.Task;
        }
    }

    public void PowerOn()
    {
        var stored = _configuration.Station;
        lock (_lock)
        {
            // NF_ESP32_Wireless.cpp, NF_ESP32_CheckExpectedWifiMode: what is not enabled when the radio starts is not there.
            _isOn = (stored.Options & StationSettings.Enable) != 0;
            var wanted = _isOn && (stored.Options & StationSettings.AutoConnect) != 0 && (stored.Options & StationSettings.Disable) == 0 && stored.Ssid.Length > 0;
            _wanted = wanted ? (stored.Ssid, stored.Password) : null;
        }
        OnNetworksChanged();
    }

    public void PowerOff()
    {
        lock (_lock) _isOn = false;
        Leave();
    }

    /// <summary>Joins; until <see cref="Leave"/> the driver keeps trying, whatever the result.</summary>
    public async Task<JoinResult> JoinAsync(string ssid, string password)
    {
        lock (_lock)
        {
            if (!_isOn) return JoinResult.NoStation;
        }
        Disconnect();
        lock (_lock) _wanted = (ssid, password);
        return await TryAsync();
    }

    /// <summary>Leaves the network, and does not join again.</summary>
    public void Leave()
    {
        lock (_lock) _wanted = null;
        Disconnect();
    }

    /// <summary>Takes the address that is configured: DHCP's, or the static one.</summary>
    public void ApplyAddress()
    {
        var settings = _configuration.GetInterface(InterfaceSettings.Station);
        var address = settings.UsesDhcp ? _radio.HostAddress : new IPAddress(settings.Address);
        lock (_lock)
        {
            if (Network is null || address.Equals(Address)) return;
            Address = address;
        }
        _report(LinkChange.AddressChanged);
        _radio.Sntp.Start();
    }

    /// <summary>Gives DHCP's address back.</summary>
    public void ReleaseAddress()
    {
        lock (_lock) Address = null;
        _report(LinkChange.AddressChanged);
    }

    /// <summary>A network came, went or changed.</summary>
    public void OnNetworksChanged()
    {
        bool isLost, isWanted;
        lock (_lock)
        {
            isLost = Network is { } network && !(network.IsInRange && _radio.AccessPoints.Contains(network));
            isWanted = _isOn && _wanted is not null && (isLost || (Network is null && _attempt is null));
        }
        if (isLost) Disconnect();
        if (isWanted) _ = TryAsync();
    }

    private async Task<JoinResult> TryAsync()
    {
        var attempt = new CancellationTokenSource();
        lock (_lock)
        {
            _attempt?.Cancel();
            _attempt = attempt;
        }
        await Task.Delay(_radio.JoinTime, attempt.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        var result = Decide(attempt);
        _report(result == JoinResult.Joined ? LinkChange.Up : LinkChange.Down);
        if (result == JoinResult.Joined) _ = GetAddressAsync(attempt.Token);
        return result;
    }

    private JoinResult Decide(CancellationTokenSource attempt)
    {
        lock (_lock)
        {
            // Another attempt, or leaving, has taken this one's place.
            if (_attempt != attempt || !_isOn || _wanted is not var (ssid, password)) return JoinResult.NoSuchNetwork;

            var heard = _radio.AccessPoints.Where(a => a.IsInRange && a.Ssid == ssid).OrderByDescending(a => a.Rssi).ToList();
            if (heard.Find(a => a.Password == password) is not { } network)
            {
                _attempt = null;
                return heard.Count > 0 ? JoinResult.WrongPassword : JoinResult.NoSuchNetwork;
            }
            Network = network;
            _linkLost = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return JoinResult.Joined;
        }
    }

    private async Task GetAddressAsync(CancellationToken attempt)
    {
        await Task.Delay(_radio.AddressTime, attempt).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!attempt.IsCancellationRequested) ApplyAddress();
    }

    private void Disconnect()
    {
        lock (_lock)
        {
            _attempt?.Cancel();
            _attempt = null;
            if (Network is null) return;
            Network = null;
            Address = null;
            _linkLost.TrySetResult();
        }
        _radio.Sntp.Stop();
        _report(LinkChange.Down);
    }
}
