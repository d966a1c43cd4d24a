using System.Device.Gpio;
using System.Threading;

namespace BlinkTwice
{
    /// <summary>The next version of Blink, for the demo of updates: two short flashes a second at GPIO 9.</summary>
    public class Application
    {
        private const int Pin = 9;
        private const int FlashMs = 100;
        private const int PauseMs = 700;
        private const int StopLimitMs = 5000;

        private readonly ManualResetEvent _stop = new ManualResetEvent(false);
        private Thread _thread;

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
                var led = gpio.OpenPin(Pin, PinMode.Output);
                for (var step = 0; !Ended(led, step % 2 == 0, step % 4 == 3 ? PauseMs : FlashMs); step++)
                {
                }

                led.Write(PinValue.Low);
            }
        }

        private bool Ended(GpioPin led, bool on, int milliseconds)
        {
            led.Write(on ? PinValue.High : PinValue.Low);
            return _stop.WaitOne(milliseconds, false);
        }
    }
}
