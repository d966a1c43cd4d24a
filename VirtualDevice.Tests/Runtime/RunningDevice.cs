using System.Text;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Runtime;

/// <summary>A device with one of the test applications on it, switched on, whose lines and events a test can wait for.</summary>
internal sealed class RunningDevice : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly StringBuilder _text = new();
    private readonly List<DeviceEvent> _events = [];

    public RunningDevice(string firmware, VirtualBoard? board = null, bool isMetered = false)
        : this(new FirmwareImage(Path.Combine(AppContext.BaseDirectory, "Firmware", firmware + ".dll")) { IsMetered = isMetered }, board)
    {
    }

    public RunningDevice(FirmwareImage image, VirtualBoard? board = null)
    {
        Device = new Device(board ?? new VirtualBoard(), image);
        Device.Board.DebugPrinted += text => Note(() => _text.Append(text));
        Device.Happened += happened => Note(() => _events.Add(happened));
        Device.PowerOn();
    }

    public Device Device { get; }

    public string Output
    {
        get
        {
            lock (_text) return _text.ToString();
        }
    }

    public IReadOnlyList<DeviceEvent> Events
    {
        get
        {
            lock (_text) return [.. _events];
        }
    }

    public void WaitForOutput(string text, int times = 1) => WaitFor(() => _text.ToString().Split(text).Length > times, $"\"{text}\" x{times}");

    public DeviceEvent WaitForEvent(DeviceEventKind kind, int times = 1)
    {
        WaitFor(() => _events.Count(e => e.Kind == kind) >= times, $"{kind} x{times}");
        return Events.Where(e => e.Kind == kind).ElementAt(times - 1);
    }

    public void Dispose() => Device.Dispose();

    private void Note(Action note)
    {
        lock (_text)
        {
            note();
            Monitor.PulseAll(_text);
        }
    }

    private void WaitFor(Func<bool> seen, string what)
    {
        var until = DateTime.UtcNow + Limit;
        lock (_text)
            while (!seen())
                if (DateTime.UtcNow > until || !Monitor.Wait(_text, Limit)) throw new TimeoutException($"{what} not seen; output:\n{_text}\nevents:\n{string.Join('\n', _events)}");
    }
}
