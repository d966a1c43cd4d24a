using System;
using System.Runtime.CompilerServices;

namespace nanoFramework.Hardware.Esp32
{
    /// <summary>A timer that counts microseconds.</summary>
    public class HighResTimer : IDisposable
    {
        private static readonly HighResTimerEvents s_events = new HighResTimerEvents();

        // The native side reads it by its name.
        internal int _timerHandle;
        private bool _disposedValue;

        /// <summary>A timer that does not run yet.</summary>
        public HighResTimer()
        {
            _timerHandle = NativeEspTimerCreate();
            s_events.Add(this);
        }

        /// <summary>Ends the timer.</summary>
        ~HighResTimer()
        {
            Dispose(false);
        }

        /// <summary>The timer expired. Called on the event dispatcher's thread.</summary>
        public event HighResTimerExpiredEventHandler OnHighResTimerExpired;

        /// <summary>Microseconds since the device started.</summary>
        public static ulong GetCurrent() => NativeGetCurrent();

        /// <summary>Stops the timer.</summary>
        public void Stop()
        {
            NativeStop();
        }

        /// <summary>Starts the timer to expire once.</summary>
        /// <param name="timeout_us">Microseconds.</param>
        public void StartOneShot(ulong timeout_us)
        {
            NativeStartOneShot(timeout_us);
        }

        /// <summary>Starts the timer to expire again and again.</summary>
        /// <param name="period_us">Microseconds.</param>
        public void StartOnePeriodic(ulong period_us)
        {
            NativeStartPeriodic(period_us);
        }

        /// <summary>Ends the timer.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Ends the timer.</summary>
        /// <param name="disposing">False when called from the finalizer.</param>
        protected virtual void Dispose(bool disposing)
        {
            if (!_disposedValue)
            {
                s_events.Remove(this);
                NativeEspTimerDispose();
                _disposedValue = true;
            }
        }

        internal void OnExpired()
        {
            if (!_disposedValue)
            {
                OnHighResTimerExpired?.Invoke(this, EventArgs.Empty);
            }
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern ulong NativeGetCurrent();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern int NativeEspTimerCreate();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeEspTimerDispose();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeStop();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeStartOneShot(ulong timeout);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeStartPeriodic(ulong period);
    }
}
