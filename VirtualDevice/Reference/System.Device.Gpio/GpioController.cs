using System.Collections;
using System.Runtime.CompilerServices;

namespace System.Device.Gpio
{
    /// <summary>The pins by number. All controllers share the pins that were opened through any of them.</summary>
    public sealed class GpioController : IDisposable
    {
        private static readonly ArrayList s_pins = new ArrayList();

        private bool _disposedValue;

        /// <summary>A controller.</summary>
        public GpioController()
        {
        }

        /// <summary>A controller; the scheme changes nothing.</summary>
        public GpioController(PinNumberingScheme numberingScheme)
        {
            NumberingScheme = numberingScheme;
        }

        /// <summary>The scheme given.</summary>
        public PinNumberingScheme NumberingScheme { get; internal set; }

        /// <summary>Number of pins of the chip.</summary>
        public extern int PinCount
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
        }

        /// <summary>Opens a pin.</summary>
        /// <exception cref="InvalidOperationException">There is no such pin, or it is open or reserved.</exception>
        public GpioPin OpenPin(int pinNumber)
        {
            GpioPin pin = new GpioPin(pinNumber);
            if (!pin.Init())
            {
                throw new InvalidOperationException();
            }

            lock (s_pins)
            {
                s_pins.Add(new Opened { Pin = pin });
            }

            return pin;
        }

        /// <summary>Opens a pin and makes it an input or an output.</summary>
        /// <exception cref="InvalidOperationException">There is no such pin, or it is open or reserved.</exception>
        /// <exception cref="ArgumentException">It cannot be that.</exception>
        public GpioPin OpenPin(int pinNumber, PinMode mode)
        {
            GpioPin pin = OpenPin(pinNumber);
            pin.SetPinMode(mode);
            return pin;
        }

        /// <summary>Closes a pin.</summary>
        /// <exception cref="InvalidOperationException">It is not open.</exception>
        public void ClosePin(int pinNumber)
        {
            Opened opened = Find(pinNumber);
            opened.Pin.Dispose();
            lock (s_pins)
            {
                s_pins.Remove(opened);
            }
        }

        /// <summary>Closes all pins, those of other controllers too.</summary>
        public void Dispose()
        {
            if (_disposedValue)
            {
                return;
            }

            lock (s_pins)
            {
                foreach (Opened opened in s_pins)
                {
                    opened.Pin.Dispose();
                }
            }

            DisposeNative();
            _disposedValue = true;
        }

        /// <summary>What an open pin is.</summary>
        /// <exception cref="InvalidOperationException">It is not open.</exception>
        public PinMode GetPinMode(int pinNumber) => Find(pinNumber).Pin.GetPinMode();

        /// <summary>Whether a pin can be that.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern bool IsPinModeSupported(int pinNumber, PinMode mode);

        /// <summary>Whether a pin is open.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern bool IsPinOpen(int pinNumber);

        /// <summary>The level on a pin.</summary>
        /// <exception cref="InvalidOperationException">It is not open.</exception>
        public PinValue Read(int pinNumber) => NativeRead(pinNumber) == 1 ? PinValue.High : PinValue.Low;

        /// <summary>Has edges on a pin reported; one callback per pin, the last one counts.</summary>
        /// <exception cref="InvalidOperationException">It is not open.</exception>
        public void RegisterCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
        {
            Opened opened = Find(pinNumber);
            opened.Events = eventTypes;
            opened.Callback = callback;
            opened.Pin.ValueChanged += OnPinChanged;
        }

        /// <summary>Makes a pin an input or an output.</summary>
        /// <exception cref="InvalidOperationException">It is not open.</exception>
        /// <exception cref="ArgumentException">It cannot be that.</exception>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern void SetPinMode(int pinNumber, PinMode mode);

        /// <summary>Ends the reporting of edges on a pin.</summary>
        public void UnregisterCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
        {
            Opened opened = FindOrNull(pinNumber);
            if (opened != null)
            {
                opened.Events = PinEventTypes.None;
                opened.Pin.ValueChanged -= OnPinChanged;
            }
        }

        /// <summary>Sets the level of an output.</summary>
        /// <exception cref="InvalidOperationException">It is not open, or no output.</exception>
        public void Write(int pinNumber, PinValue value)
        {
            NativeWrite(pinNumber, (byte)value);
        }

        private static Opened FindOrNull(int pinNumber)
        {
            lock (s_pins)
            {
                foreach (Opened opened in s_pins)
                {
                    if (opened.Pin.PinNumber == pinNumber)
                    {
                        return opened;
                    }
                }
            }

            return null;
        }

        private static Opened Find(int pinNumber) => FindOrNull(pinNumber) ?? throw new InvalidOperationException();

        private void OnPinChanged(object sender, PinValueChangedEventArgs e)
        {
            Opened opened = FindOrNull(e.PinNumber);
            if (opened != null && (opened.Events & e.ChangeType) != 0)
            {
                opened.Callback(this, new PinValueChangedEventArgs(e.ChangeType, e.PinNumber));
            }
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void DisposeNative();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern byte NativeRead(int pinNumber);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void NativeWrite(int pinNumber, byte value);

        private sealed class Opened
        {
            public GpioPin Pin;
            public PinEventTypes Events;
            public PinChangeEventHandler Callback;
        }
    }
}
