using System.Device.Gpio;
using System.Threading;

namespace Blink
{
    /// <summary>
    /// Blinks an LED: on for a second, off for a second. The shape that a hosted application has: a public class
    /// <c>Application</c> in the namespace of its assembly, with a constructor without arguments, Start and Stop; and, where it likes, Configure for
    /// its settings and IsHealthy for what it says of itself.
    /// </summary>
    public class Application
    {
        private const int DefaultPin = 9;
        private const int DefaultPeriodMs = 2000;
        private const int ShortestPeriodMs = 100;
        private const int LongestPeriodMs = 60000;
        private const int StopLimitMs = 5000;

        private readonly int _pinNumber;
        private int _periodMs = DefaultPeriodMs;
        private readonly ManualResetEvent _stop = new ManualResetEvent(false);
        private Thread _thread;

        /// <summary>Blinks at GPIO 9.</summary>
        public Application()
            : this(DefaultPin)
        {
        }

        /// <summary>Blinks at a GPIO.</summary>
        /// <param name="pin">Number of a GPIO that can be an output.</param>
        public Application(int pin)
        {
            _pinNumber = pin;
        }

        /// <summary>Takes a setting, before the start: <c>period</c>, from on to on in milliseconds, 100 to 60000. Another one is passed over.</summary>
        public void Configure(string key, string value)
        {
            int period;
            if (key == "period" && int.TryParse(value, out period) && period >= ShortestPeriodMs && period <= LongestPeriodMs)
            {
                _periodMs = period;
            }
        }

        /// <summary>Whether it blinks.</summary>
        public bool IsHealthy()
        {
            var thread = _thread;
            return thread != null && thread.IsAlive;
        }

        /// <summary>Starts blinking on a thread of its own, and returns. Does nothing where it blinks already.</summary>
        public void Start()
        {
            if (_thread != null)
            {
                return;
            }

            _stop.Reset();
            _thread = new Thread(Blinking);
            _thread.Start();
        }

        /// <summary>Stops blinking, with the LED off, and returns when the thread has ended.</summary>
        public void Stop()
        {
            if (_thread == null)
            {
                return;
            }

            _stop.Set();
            _thread.Join(StopLimitMs);
            _thread = null;
        }

        private void Blinking()
        {
            using (var gpio = new GpioController())
            {
                var led = gpio.OpenPin(_pinNumber, PinMode.Output);
                var on = true;
                do
                {
                    led.Write(on ? PinValue.High : PinValue.Low);
                    on = !on;
                }
                while (!_stop.WaitOne(_periodMs / 2, false));

                led.Write(PinValue.Low);
            }
        }
    }
}
