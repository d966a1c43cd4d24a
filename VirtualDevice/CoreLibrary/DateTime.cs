extern alias desktop;

using SecureEsp.VirtualDevice.CoreLibrary;
using Wide = desktop::System.DateTime;

namespace System;

/// <summary>nanoFramework's DateTime: it counts from 1601-01-01, so a default value is that day, and UtcNow is the device's clock.</summary>
public readonly struct DateTime
{
    /// <summary>Ticks between 0001-01-01 and 1601-01-01 (CoreLibrary, DateTime.cs).</summary>
    private const long TicksAtOrigin = 504911232000000000;

    private readonly long _ticksSinceOrigin;

    public static readonly DateTime MinValue = new(TicksAtOrigin);
    public static readonly DateTime MaxValue = new(Wide.MaxValue.Ticks);
    public static readonly DateTime UnixEpoch = new(Wide.UnixEpoch.Ticks);

    public DateTime(long ticks)
    {
        if (ticks < TicksAtOrigin || ticks > Wide.MaxValue.Ticks) throw new ArgumentOutOfRangeException(nameof(ticks));
        _ticksSinceOrigin = ticks - TicksAtOrigin;
    }

    public DateTime(long ticks, DateTimeKind kind) : this(ticks)
    {
        // There is one kind on the device: UTC.
        if (kind != DateTimeKind.Utc) throw new ArgumentException("only DateTimeKind.Utc is supported", nameof(kind));
    }

    public DateTime(int year, int month, int day) : this(year, month, day, 0, 0, 0) { }

    public DateTime(int year, int month, int day, int hour, int minute, int second) : this(year, month, day, hour, minute, second, 0) { }

    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond)
        : this(new Wide(year, month, day, hour, minute, second, millisecond, DateTimeKind.Utc).Ticks) { }

    public static DateTime UtcNow => new(DeviceSeam.UtcNowTicks());
    public static DateTime Today => UtcNow.Date;

    public long Ticks => _ticksSinceOrigin + TicksAtOrigin;
    public DateTimeKind Kind => DateTimeKind.Utc;
    public DateTime Date => new(Value.Date.Ticks);
    public int Year => Value.Year;
    public int Month => Value.Month;
    public int Day => Value.Day;
    public DayOfWeek DayOfWeek => Value.DayOfWeek;
    public int DayOfYear => Value.DayOfYear;
    public int Hour => Value.Hour;
    public int Minute => Value.Minute;
    public int Second => Value.Second;
    public int Millisecond => Value.Millisecond;
    public TimeSpan TimeOfDay => Value.TimeOfDay;

    private Wide Value => new(Ticks, DateTimeKind.Utc);

    public DateTime Add(TimeSpan value) => AddTicks(value.Ticks);
    public DateTime AddDays(double value) => Add(value, TimeSpan.TicksPerDay);
    public DateTime AddHours(double value) => Add(value, TimeSpan.TicksPerHour);
    public DateTime AddMinutes(double value) => Add(value, TimeSpan.TicksPerMinute);
    public DateTime AddSeconds(double value) => Add(value, TimeSpan.TicksPerSecond);
    public DateTime AddMilliseconds(double value) => Add(value, TimeSpan.TicksPerMillisecond);
    public DateTime AddTicks(long value) => new(Ticks + value);
    public TimeSpan Subtract(DateTime value) => new(Ticks - value.Ticks);
    public DateTime Subtract(TimeSpan value) => new(Ticks - value.Ticks);

    public static int Compare(DateTime t1, DateTime t2) => t1.Ticks.CompareTo(t2.Ticks);
    public int CompareTo(object? value) => value is DateTime other ? Compare(this, other) : throw new ArgumentException("not a DateTime", nameof(value));
    public static int DaysInMonth(int year, int month) => Wide.DaysInMonth(year, month);
    public override bool Equals(object? obj) => obj is DateTime other && other.Ticks == Ticks;
    public static bool Equals(DateTime t1, DateTime t2) => t1.Ticks == t2.Ticks;
    public override int GetHashCode() => Ticks.GetHashCode();

    public override string ToString() => ToString("G");
    public string ToString(string format) => Value.ToString(format, Globalization.CultureInfo.InvariantCulture);

    public static DateTime FromUnixTimeSeconds(long seconds) => UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond);
    public long ToUnixTimeSeconds() => (Ticks - UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;

    public static DateTime Parse(string s) => TryParse(s, out var result) ? result : throw new ArgumentException("not a date and time", nameof(s));

    public static bool TryParse(string s, out DateTime result)
    {
        const Globalization.DateTimeStyles utc = Globalization.DateTimeStyles.AssumeUniversal | Globalization.DateTimeStyles.AdjustToUniversal;
        var parsed = Wide.TryParse(s, Globalization.CultureInfo.InvariantCulture, utc, out var value) && value.Ticks >= TicksAtOrigin;
        result = parsed ? new DateTime(value.Ticks) : MinValue;
        return parsed;
    }

    public static DateTime operator +(DateTime d, TimeSpan t) => d.Add(t);
    public static DateTime operator -(DateTime d, TimeSpan t) => d.Subtract(t);
    public static TimeSpan operator -(DateTime d1, DateTime d2) => d1.Subtract(d2);
    public static bool operator ==(DateTime d1, DateTime d2) => d1.Ticks == d2.Ticks;
    public static bool operator !=(DateTime d1, DateTime d2) => d1.Ticks != d2.Ticks;
    public static bool operator <(DateTime t1, DateTime t2) => t1.Ticks < t2.Ticks;
    public static bool operator <=(DateTime t1, DateTime t2) => t1.Ticks <= t2.Ticks;
    public static bool operator >(DateTime t1, DateTime t2) => t1.Ticks > t2.Ticks;
    public static bool operator >=(DateTime t1, DateTime t2) => t1.Ticks >= t2.Ticks;

    private DateTime Add(double value, long ticksPerUnit) => AddTicks((long)(value * ticksPerUnit));
}
