using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Libraries.Events;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Gpio;

/// <summary>The pins that one life has open, with the events that it wants of them. A reset closes them.</summary>
internal sealed class OpenPins : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, (object Pin, Timer? Debounce)> _pins = [];
    private Life? _life;

    public static OpenPins Of(Life life)
    {
        var pins = life.State<OpenPins>();
        lock (pins._lock)
        {
            if (pins._life is null) life.Board.Gpio.PinChanged += pins.OnChanged;
            pins._life = life;
        }
        return pins;
    }

    public void Add(int number, object pin)
    {
        lock (_lock) _pins[number] = (pin, null);
    }

    public object? Find(int number)
    {
        lock (_lock) return _pins.TryGetValue(number, out var open) ? open.Pin : null;
    }

    public void Remove(int number)
    {
        lock (_lock)
        {
            if (_pins.Remove(number, out var open)) open.Debounce?.Dispose();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_life is null) return;
            _life.Board.Gpio.PinChanged -= OnChanged;
            foreach (var open in _pins.Values) open.Debounce?.Dispose();
            _pins.Clear();
        }
        _life.Board.Gpio.Reset();
    }

    /// <summary>Tells the firmware of a level, where it wants to know.</summary>
    public void Announce(int number, bool high)
    {
        if (Find(number) is { } pin && Fields.Get<Delegate?>(pin, "_callbacks") is not null)
            _life!.State<EventQueue>().Post(EventCategory.Gpio, 0, (ushort)number, high ? 1u : 0u);
    }

    private void OnChanged(PinChange change)
    {
        lock (_lock)
        {
            if (!_pins.TryGetValue(change.Pin, out var open) || _life!.Board.Gpio.GetMode(change.Pin) >= PinMode.Output) return;
            var debounce = Fields.Get<TimeSpan>(open.Pin, "_debounceTimeout");
            open.Debounce?.Dispose();
            _pins[change.Pin] = (open.Pin, debounce <= TimeSpan.Zero ? null : new Timer(_ => AnnounceSettled(change), null, debounce, Timeout.InfiniteTimeSpan));
            if (debounce > TimeSpan.Zero) return;
        }
        Announce(change.Pin, change.High);
    }

    private void AnnounceSettled(PinChange change)
    {
        if (_life!.Board.Gpio.Read(change.Pin) == change.High) Announce(change.Pin, change.High);
    }
}
