using System.Device.Gpio;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>
    /// A GPIO with its pull-up. GPIO 0, the BOOT button of most boards, must be pressed after the reset: held through it, the chip waits for a
    /// download.
    /// </summary>
    public sealed class GpioButton : IButton
    {
        private const int Looks = 20;
        private const int BetweenMs = 50;

        private readonly IClock _clock;

        /// <summary>Waits by <paramref name="clock"/>.</summary>
        public GpioButton(IClock clock)
        {
            _clock = clock;
        }

        /// <inheritdoc/>
        public bool IsHeld(int pin)
        {
            using (var controller = new GpioController())
            {
                var button = controller.OpenPin(pin, PinMode.InputPullUp);
                for (var i = 0; i < Looks; i++)
                {
                    if (button.Read() == PinValue.High)
                    {
                        return false;
                    }

                    _clock.Sleep(BetweenMs);
                }

                return true;
            }
        }
    }
}
