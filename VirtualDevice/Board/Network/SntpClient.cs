namespace SecureEsp.VirtualDevice.Board;

/// <summary>
/// The firmware's SNTP client. It starts when the station gets its address, asks the joined network's time source, sets
/// the board's clock, and asks again every hour, or every 15 s while there is no answer (lwIP's defaults).
/// </summary>
public sealed class SntpClient
{
    private static readonly TimeSpan UpdateInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly BoardClock _clock;
    private readonly Func<AccessPoint?> _network;
    private readonly Timer _timer;

    internal SntpClient(BoardClock clock, Func<AccessPoint?> network)
    {
        _clock = clock;
        _network = network;
        _timer = new Timer(_ => Ask());
    }

    public bool IsStarted { get; private set; }

    /// <summary>Kept and shown, but the network's time source answers whatever the name.</summary>
    public string Server1 { get; set; } = "0.pool.ntp.org";

    /// <inheritdoc cref="Server1"/>
    public string Server2 { get; set; } = "1.pool.ntp.org";

    internal void Start()
    {
        lock (_lock) IsStarted = true;
        Ask();
    }

    internal void Stop()
    {
        lock (_lock)
        {
            IsStarted = false;
            _timer.Change(Timeout.Infinite, Timeout.Infinite);
        }
    }

    /// <summary>Asks at once, if it is running.</summary>
    internal void Ask()
    {
        lock (_lock)
        {
            if (!IsStarted) return;
            var time = _network()?.TimeSource?.Invoke();
            if (time is { } utc) _clock.Set(utc);
            _timer.Change(time is null ? RetryInterval : UpdateInterval, Timeout.InfiniteTimeSpan);
        }
    }
}
