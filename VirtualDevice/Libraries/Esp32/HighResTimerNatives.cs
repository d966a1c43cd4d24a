using SecureEsp.VirtualDevice.Libraries.Events;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Esp32;

/// <summary>Host side of nanoFramework.Hardware.Esp32, HighResTimer. It fires to the millisecond of the host's timers.</summary>
[Natives("nanoFramework.Hardware.Esp32", "nanoFramework.Hardware.Esp32.HighResTimer")]
internal static class HighResTimerNatives
{
    public static ulong NativeGetCurrent() => (ulong)Life.Current.Uptime.TotalMicroseconds;

    public static int NativeEspTimerCreate(object self) => Life.Current.State<Timers>().Create(Life.Current);

    public static void NativeEspTimerDispose(object self) => Life.Current.State<Timers>().Remove(Handle(self));

    public static void NativeStop(object self) => Change(self, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public static void NativeStartOneShot(object self, ulong timeout) => Change(self, Microseconds(timeout), Timeout.InfiniteTimeSpan);

    public static void NativeStartPeriodic(object self, ulong period) => Change(self, Microseconds(period), Microseconds(period));

    private static int Handle(object self) => Fields.Get<int>(self, "_timerHandle");

    private static TimeSpan Microseconds(ulong value) => TimeSpan.FromMicroseconds(Math.Max(1000d, value));

    private static void Change(object self, TimeSpan due, TimeSpan period) => Life.Current.State<Timers>().Find(Handle(self)).Change(due, period);

    private sealed class Timers : IDisposable
    {
        // nanoFramework.Hardware.Esp32, HighResTimerEventType.TimerExpired
        private const byte TimerExpired = 101;

        private readonly Dictionary<int, Timer> _timers = [];
        private int _last;

        public int Create(Life life)
        {
            lock (_timers)
            {
                var handle = ++_last;
                var events = life.State<EventQueue>();
                _timers[handle] = new Timer(_ => events.Post(EventCategory.HighResolutionTimer, TimerExpired, 0, (uint)handle));
                return handle;
            }
        }

        public Timer Find(int handle)
        {
            lock (_timers) return _timers.TryGetValue(handle, out var timer) ? timer : throw new InvalidOperationException();
        }

        public void Remove(int handle)
        {
            lock (_timers)
            {
                if (_timers.Remove(handle, out var timer)) timer.Dispose();
            }
        }

        public void Dispose()
        {
            lock (_timers)
            {
                foreach (var timer in _timers.Values) timer.Dispose();
                _timers.Clear();
            }
        }
    }
}
