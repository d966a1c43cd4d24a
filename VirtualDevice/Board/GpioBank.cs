using System.Diagnostics;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>A pin of the chip got another level.</summary>
/// <param name="At">Time since the board was made.</param>
public readonly record struct PinChange(int Pin, bool High, TimeSpan At);

/// <summary>The pins of an ESP32-S3. Firmware drives outputs, the host drives inputs. Thread-safe.</summary>
public sealed class GpioBank
{
    /// <summary>Pins 0 to 48; 22 to 25 are not led out, 26 to 32 belong to flash and PSRAM.</summary>
    public const int PinCount = 49;

    private readonly Lock _lock = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Pin[] _pins = [.. Enumerable.Range(0, PinCount).Select(_ => new Pin())];

    /// <summary>Raised when the level on a pin changes, on the thread that changes it.</summary>
    public event Action<PinChange>? PinChanged;

    /// <summary>The level on a pin; an input that nothing drives or pulls is low.</summary>
    public bool Read(int pin)
    {
        lock (_lock) return Known(pin).Level;
    }

    /// <summary>Puts a level on an input from outside, or takes it away. On an output it shows once that is an input.</summary>
    /// <param name="high">Null: nothing drives the pin.</param>
    public void Drive(int pin, bool? high) => Change(pin, p => p.Driven = high);

    /// <summary>Waits for the next change of a pin to a level.</summary>
    /// <param name="limit">After this the task fails with a <see cref="TimeoutException"/>.</param>
    public async Task<PinChange> WaitForAsync(int pin, bool high, TimeSpan limit)
    {
        var seen = new TaskCompletionSource<PinChange>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(PinChange change)
        {
            if (change.Pin == pin && change.High == high) seen.TrySetResult(change);
        }
        PinChanged += Look;
        try
        {
            return await seen.Task.WaitAsync(limit);
        }
        finally
        {
            PinChanged -= Look;
        }
    }

    /// <summary>Whether there is such a pin and mode: on an S3 every pin can be everything.</summary>
    internal static bool Supports(int pin, PinMode mode) => Exists(pin) && mode is >= PinMode.Input and <= PinMode.OutputOpenSourcePullDown;

    internal bool IsOpen(int pin)
    {
        lock (_lock) return Exists(pin) && _pins[pin].Open;
    }

    /// <returns>False where there is no such pin, or it is open or reserved.</returns>
    internal bool Open(int pin)
    {
        lock (_lock)
        {
            if (!Exists(pin) || pin is >= 26 and <= 32 || _pins[pin].Open) return false;
            return _pins[pin].Open = true;
        }
    }

    /// <summary>Closes a pin: it is an input again.</summary>
    internal void Close(int pin) => Change(pin, p => (p.Open, p.Mode, p.Latch) = (false, PinMode.Input, false));

    internal PinMode GetMode(int pin)
    {
        lock (_lock) return Known(pin).Mode;
    }

    /// <summary>Sets the mode; an output starts low.</summary>
    internal void SetMode(int pin, PinMode mode) => Change(pin, p => (p.Mode, p.Latch) = (mode, false));

    internal void Write(int pin, bool high) => Change(pin, p => p.Latch = high);

    internal void Toggle(int pin) => Change(pin, p => p.Latch = !p.Latch);

    /// <summary>What a reset does: all pins are closed inputs. What drives them from outside stays.</summary>
    internal void Reset()
    {
        for (var pin = 0; pin < PinCount; pin++) Close(pin);
    }

    private static bool Exists(int pin) => pin is >= 0 and < PinCount and not (>= 22 and <= 25);

    private Pin Known(int pin) => pin is >= 0 and < PinCount ? _pins[pin] : throw new ArgumentOutOfRangeException(nameof(pin), pin, $"0 to {PinCount - 1}");

    private void Change(int number, Action<Pin> change)
    {
        bool before, after;
        lock (_lock)
        {
            var pin = Known(number);
            before = pin.Level;
            change(pin);
            after = pin.Level;
        }
        if (before != after) PinChanged?.Invoke(new(number, after, Stopwatch.GetElapsedTime(_started)));
    }

    private sealed class Pin
    {
        public bool Open { get; set; }
        public PinMode Mode { get; set; }
        public bool Latch { get; set; }
        public bool? Driven { get; set; }

        public bool Level => Mode switch
        {
            PinMode.Output => Latch,
            PinMode.OutputOpenDrain => Latch && Driven == true,
            PinMode.OutputOpenDrainPullUp => Latch && Driven != false,
            PinMode.OutputOpenSource or PinMode.OutputOpenSourcePullDown => Latch || Driven == true,
            PinMode.InputPullUp => Driven != false,
            _ => Driven == true,
        };
    }
}

/// <summary>The numbers of System.Device.Gpio.PinMode.</summary>
internal enum PinMode
{
    Input,
    InputPullDown,
    InputPullUp,
    Output,
    OutputOpenDrain,
    OutputOpenDrainPullUp,
    OutputOpenSource,
    OutputOpenSourcePullDown,
}
