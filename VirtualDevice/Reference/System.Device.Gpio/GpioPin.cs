using System.Runtime.CompilerServices;

namespace System.Device.Gpio
{
    /// <summary>An open pin.</summary>
    public sealed class GpioPin : IDisposable
    {
        private static readonly PinEvents s_events = new PinEvents();

        // The native side reads and writes fields by their names.
        private readonly object _syncLock = new object();
        private readonly int _pinNumber;
#pragma warning disable CS0649
        private readonly PinMode _pinMode;
#pragma warning restore CS0649
        private TimeSpan _debounceTimeout = TimeSpan.Zero;
        private PinValueChangedEventHandler _callbacks;
        private bool _disposedValue;

        internal GpioPin(int pinNumber)
        {
            _pinNumber = pinNumber;
        }

        /// <summary>Closes the pin.</summary>
        ~GpioPin()
        {
            Dispose(false);
        }

        /// <summary>An edge on the pin while it is an input. Called on the event dispatcher's thread.</summary>
        /// <exception cref="ObjectDisposedException">The pin is closed.</exception>
        public event PinValueChangedEventHandler ValueChanged
        {
            add
            {
                lock (_syncLock)
                {
                    EnsureOpen();
                    _callbacks = (PinValueChangedEventHandler)Delegate.Combine(_callbacks, value);
                    NativeSetPinMode(_pinMode);
                }
            }

            remove
            {
                lock (_syncLock)
                {
                    EnsureOpen();
                    _callbacks = (PinValueChangedEventHandler)Delegate.Remove(_callbacks, value);
                    NativeSetPinMode(_pinMode);
                }
            }
        }

        /// <summary>Time that a level must last before <see cref="ValueChanged"/>.</summary>
        public TimeSpan DebounceTimeout
        {
            get => _debounceTimeout;
            set
            {
                _debounceTimeout = value;
                NativeSetDebounceTimeout();
            }
        }

        /// <summary>Number of the pin.</summary>
        public int PinNumber => _pinNumber;

        /// <summary>What the pin is.</summary>
        /// <exception cref="ObjectDisposedException">The pin is closed.</exception>
        public PinMode GetPinMode()
        {
            lock (_syncLock)
            {
                EnsureOpen();
                return _pinMode;
            }
        }

        /// <summary>Whether the pin can be that.</summary>
        /// <exception cref="ObjectDisposedException">The pin is closed.</exception>
        public bool IsPinModeSupported(PinMode pinMode)
        {
            lock (_syncLock)
            {
                EnsureOpen();
                return NativeIsPinModeSupported(pinMode);
            }
        }

        /// <summary>Makes the pin an input or an output.</summary>
        /// <exception cref="ArgumentException">The pin cannot be that.</exception>
        /// <exception cref="ObjectDisposedException">The pin is closed.</exception>
        public void SetPinMode(PinMode value)
        {
            lock (_syncLock)
            {
                NativeSetPinMode(value);
            }
        }

        /// <summary>The level on the pin.</summary>
        /// <exception cref="ObjectDisposedException">The pin is closed.</exception>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern PinValue Read();

        /// <summary>Sets the level of an output.</summary>
        /// <exception cref="InvalidOperationException">The pin is no output.</exception>
        /// <exception cref="ObjectDisposedException">The pin is closed.</exception>
        public void Write(PinValue value)
        {
            lock (_syncLock)
            {
                WriteNative(value);
            }
        }

        /// <summary>Changes the level of an output.</summary>
        /// <exception cref="InvalidOperationException">The pin is no output.</exception>
        /// <exception cref="ObjectDisposedException">The pin is closed.</exception>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern void Toggle();

        /// <summary>Closes the pin.</summary>
        public void Dispose()
        {
            lock (_syncLock)
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }
        }

        internal bool Init()
        {
            if (!NativeInit(_pinNumber))
            {
                return false;
            }

            s_events.Add(this);
            return true;
        }

        internal void OnChanged(PinEventTypes edge)
        {
            PinValueChangedEventHandler handlers;
            lock (_syncLock)
            {
                handlers = _disposedValue ? null : _callbacks;
            }

            handlers?.Invoke(this, new PinValueChangedEventArgs(edge, _pinNumber));
        }

        private void Dispose(bool disposing)
        {
            if (_disposedValue)
            {
                return;
            }

            if (disposing)
            {
                s_events.Remove(this);
            }

            DisposeNative();
            _disposedValue = true;
        }

        private void EnsureOpen()
        {
            if (_disposedValue)
            {
                throw new ObjectDisposedException();
            }
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void DisposeNative();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern bool NativeIsPinModeSupported(PinMode pinMode);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeSetPinMode(PinMode pinMode);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern bool NativeInit(int pinNumber);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeSetDebounceTimeout();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void WriteNative(PinValue value);

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal extern void NativeSetAlternateFunction(int alternateFunction);
    }
}
