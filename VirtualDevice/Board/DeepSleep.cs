namespace SecureEsp.VirtualDevice.Board;

/// <summary>What ended the sleep before a boot. The numbers are those of nanoFramework.Hardware.Esp32.Sleep.WakeupCause.</summary>
public enum WakeCause
{
    /// <summary>It was no sleep: power-on or reset.</summary>
    Undefined = 0,

    /// <summary>The one pin.</summary>
    Ext0 = 2,

    /// <summary>One of several pins.</summary>
    Ext1 = 3,

    Timer = 4,
}

/// <summary>
/// Deep sleep of the chip: nothing runs but the clock and what may wake it; then it boots. Real time passes, unless the
/// outside world wakes it: by a pin, by the reset button.
/// </summary>
public sealed class DeepSleep
{
    private const int LastPinOfTheRtc = 21;

    private readonly Lock _lock = new();
    private TimeSpan? _timer;
    private (int Pin, bool High)? _pin;
    private (ulong Pins, bool AnyHigh)? _pins;

    /// <summary>What ended the last sleep.</summary>
    public WakeCause Cause { get; private set; }

    /// <summary>Which of several pins ended it, as bits.</summary>
    public ulong WakingPins { get; private set; }

    /// <summary>Whether a pin can wake the chip: 0 to 21 can.</summary>
    internal static bool CanWake(int pin) => pin is >= 0 and <= LastPinOfTheRtc;

    internal void WakeByTimer(TimeSpan time)
    {
        lock (_lock) _timer = time;
    }

    internal void WakeByPin(int pin, bool high)
    {
        lock (_lock) _pin = (pin, high);
    }

    /// <param name="anyHigh">True: when one is high; false: when all are low.</param>
    internal void WakeByPins(ulong pins, bool anyHigh)
    {
        lock (_lock) _pins = (pins, anyHigh);
    }

    /// <summary>What a boot that follows no sleep finds.</summary>
    internal void Forget() => (Cause, WakingPins, _timer, _pin, _pins) = (WakeCause.Undefined, 0, null, null, null);

    /// <summary>Sleeps until something that was asked for wakes the chip.</summary>
    /// <param name="interrupted">Power or reset.</param>
    /// <returns>False when that came first.</returns>
    internal bool Wait(GpioBank gpio, WaitHandle interrupted)
    {
        using var woken = new ManualResetEvent(false);
        void Look(PinChange change) => LookAtPins(gpio, woken);
        gpio.PinChanged += Look;
        try
        {
            LookAtPins(gpio, woken);
            var index = WaitHandle.WaitAny([interrupted, woken], _timer ?? Timeout.InfiniteTimeSpan);
            if (index == 0) return false;
            if (index == WaitHandle.WaitTimeout) Cause = WakeCause.Timer;
            (_timer, _pin, _pins) = (null, null, null);
            return true;
        }
        finally
        {
            gpio.PinChanged -= Look;
        }
    }

    private void LookAtPins(GpioBank gpio, ManualResetEvent woken)
    {
        lock (_lock)
        {
            if (_pin is { } one && gpio.Read(one.Pin) == one.High)
            {
                Cause = WakeCause.Ext0;
                woken.Set();
            }
            else if (_pins is { } several && High(gpio, several.Pins) is var high && (several.AnyHigh ? high != 0 : high == 0))
            {
                (Cause, WakingPins) = (WakeCause.Ext1, several.AnyHigh ? high : several.Pins);
                woken.Set();
            }
        }
    }

    private static ulong High(GpioBank gpio, ulong pins) =>
        Enumerable.Range(0, LastPinOfTheRtc + 1).Where(p => (pins >> p & 1) != 0 && gpio.Read(p)).Aggregate(0UL, (bits, p) => bits | 1UL << p);
}
