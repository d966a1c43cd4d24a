using System.Diagnostics;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>
/// The real-time clock: at 1970-01-01 after a power loss, running from there until SNTP or Rtc.SetSystemTime sets it.
/// A reboot keeps it, as the ESP32's RTC does.
/// </summary>
public sealed class BoardClock
{
    private readonly Lock _lock = new();
    private DateTime _base = DateTime.UnixEpoch;
    private long _since = Stopwatch.GetTimestamp();

    /// <summary>UTC as the device believes it to be.</summary>
    public DateTime UtcNow
    {
        get
        {
            lock (_lock) return _base + Stopwatch.GetElapsedTime(_since);
        }
    }

    /// <summary>True once something has set the clock since the last power loss.</summary>
    public bool IsSet { get; private set; }

    public void Set(DateTime utc) => Set(utc, isSet: true);

    /// <summary>What a cold boot finds.</summary>
    public void LosePower() => Set(DateTime.UnixEpoch, isSet: false);

    private void Set(DateTime utc, bool isSet)
    {
        lock (_lock)
        {
            _base = DateTime.SpecifyKind(utc, DateTimeKind.Utc);
            _since = Stopwatch.GetTimestamp();
            IsSet = isSet;
        }
    }
}
