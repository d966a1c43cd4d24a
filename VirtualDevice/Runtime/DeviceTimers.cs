using System.Collections.Concurrent;

namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>
/// Timers of one life. Their callbacks run one after the other on one device thread, as the CLR's timer thread does it,
/// so a timer thread of the desktop never runs firmware.
/// </summary>
internal sealed class DeviceTimers(Life life)
{
    private readonly BlockingCollection<Action> _due = new(boundedCapacity: 64);
    private readonly Lock _starting = new();
    private bool _started;

    public Timer Create(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        EnsureThread();
        // A callback that cannot keep up loses ticks; the queue stays bounded.
        return new Timer(_ => _due.TryAdd(() => callback(state)), null, dueTime, period);
    }

    private void EnsureThread()
    {
        lock (_starting)
        {
            if (_started) return;
            _started = true;
        }
        life.StartThread("Timer", Dispatch);
    }

    private void Dispatch()
    {
        foreach (var callback in _due.GetConsumingEnumerable(life.Stopping))
        {
            try
            {
                callback();
            }
            catch (Exception e) when (!life.HasEnded && e is not DeviceStoppedException)
            {
                life.Report(new(DeviceEventKind.ThreadDied, FirmwareTrace.Of(e)));
            }
        }
    }
}
