using System.Collections;

namespace System.Threading
{
    /// <summary>Cancels the tokens that it hands out.</summary>
    public class CancellationTokenSource : IDisposable
    {
        internal static readonly CancellationTokenSource NeverCanceled = new CancellationTokenSource(false, false);
        internal static readonly CancellationTokenSource Canceled = new CancellationTokenSource(true, false);

        private readonly object _lock = new object();
        private readonly bool _cancelable;
        private readonly ArrayList _callbacks = new ArrayList();
        private bool _requested;
        private bool _disposed;
        private ManualResetEvent _event;
        private Timer _timer;
        private Action _running;
        private int _runningThread;

        /// <summary>A source that is cancelled by a call.</summary>
        public CancellationTokenSource()
            : this(false, true)
        {
        }

        /// <summary>A source that cancels itself after a time.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Less than -1 (never).</exception>
        public CancellationTokenSource(int millisecondsDelay)
            : this(false, true)
        {
            CancelAfter(millisecondsDelay);
        }

        /// <summary>A source that cancels itself after a time.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Less than -1 ms or more than 2^31 - 1 ms.</exception>
        public CancellationTokenSource(TimeSpan delay)
            : this(false, true)
        {
            CancelAfter(delay);
        }

        private CancellationTokenSource(bool requested, bool cancelable)
        {
            _requested = requested;
            _cancelable = cancelable || requested;
        }

        /// <summary>Whether the source was cancelled.</summary>
        public bool IsCancellationRequested => _requested;

        /// <summary>A token of this source.</summary>
        /// <exception cref="ObjectDisposedException">The source is disposed.</exception>
        public CancellationToken Token
        {
            get
            {
                EnsureNotDisposed();
                return new CancellationToken(this);
            }
        }

        internal bool CanBeCanceled => _cancelable;

        internal WaitHandle WaitHandle
        {
            get
            {
                EnsureNotDisposed();
                lock (_lock)
                {
                    _event ??= new ManualResetEvent(_requested);
                    return _event;
                }
            }
        }

        /// <summary>Cancels: callbacks run on this thread, the one registered last first.</summary>
        /// <exception cref="Exception">A callback threw; all were called.</exception>
        /// <exception cref="ObjectDisposedException">The source is disposed.</exception>
        public void Cancel() => Cancel(false);

        /// <summary>As <see cref="Cancel()"/>; the library ignores the argument.</summary>
        public void Cancel(bool throwOnFirstException)
        {
            EnsureNotDisposed();
            lock (_lock)
            {
                if (_requested)
                {
                    return;
                }

                _requested = true;
                _timer?.Dispose();
                if (_event != null)
                {
                    _event.Set();
                }
            }

            RunCallbacks();
        }

        /// <summary>Cancels after a time, counted anew from now.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Less than -1 ms or more than 2^31 - 1 ms.</exception>
        public void CancelAfter(TimeSpan delay)
        {
            long milliseconds = (long)delay.TotalMilliseconds;
            if (milliseconds < -1 || milliseconds > int.MaxValue)
            {
                throw new ArgumentOutOfRangeException();
            }

            CancelAfter((int)milliseconds);
        }

        /// <summary>Cancels after a time, counted anew from now; -1 = never.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Less than -1.</exception>
        public void CancelAfter(int millisecondsDelay)
        {
            EnsureNotDisposed();
            if (millisecondsDelay < -1)
            {
                throw new ArgumentOutOfRangeException();
            }

            lock (_lock)
            {
                if (_requested)
                {
                    return;
                }

                if (_timer == null)
                {
                    _timer = new Timer(OnTimer, null, millisecondsDelay, -1);
                }
                else
                {
                    _timer.Change(millisecondsDelay, -1);
                }
            }
        }

        /// <summary>Withdraws all callbacks and stops the timer. The tokens stay as they are.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases what the source holds.</summary>
        /// <param name="disposing">False when called from a finalizer.</param>
        protected virtual void Dispose(bool disposing)
        {
            if (!disposing || _disposed)
            {
                return;
            }

            lock (_lock)
            {
                _timer?.Dispose();
                _callbacks.Clear();
                _event = null;
                _disposed = true;
            }
        }

        internal CancellationTokenRegistration Register(Action callback)
        {
            lock (_lock)
            {
                if (_disposed)
                {
                    return default;
                }

                if (!_requested)
                {
                    _callbacks.Add(callback);
                    return new CancellationTokenRegistration(this, callback);
                }
            }

            callback();
            return default;
        }

        internal void Unregister(Action callback)
        {
            lock (_lock)
            {
                _callbacks.Remove(callback);
                while (_running == callback && _runningThread != Thread.CurrentThread.ManagedThreadId)
                {
                    Monitor.Exit(_lock);
                    Thread.Sleep(1);
                    Monitor.Enter(_lock);
                }
            }
        }

        private void EnsureNotDisposed()
        {
            if (_disposed)
            {
                throw new ObjectDisposedException();
            }
        }

        private void OnTimer(object state)
        {
            try
            {
                Cancel();
            }
            catch (ObjectDisposedException) when (_disposed)
            {
                // Disposed while the timer fired: nobody waits for the cancellation any more.
            }
        }

        private void RunCallbacks()
        {
            bool failed = false;
            for (Action callback = NextCallback(); callback != null; callback = NextCallback())
            {
                try
                {
                    callback();
                }
                catch (Exception)
                {
                    // Counted, not lost: Cancel throws once all have run.
                    failed = true;
                }
            }

            if (failed)
            {
                throw new Exception();
            }
        }

        private Action NextCallback()
        {
            lock (_lock)
            {
                int last = _callbacks.Count - 1;
                _running = last < 0 ? null : (Action)_callbacks[last];
                _runningThread = Thread.CurrentThread.ManagedThreadId;
                if (last >= 0)
                {
                    _callbacks.RemoveAt(last);
                }

                return _running;
            }
        }
    }
}
