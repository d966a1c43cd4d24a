using System;
using System.Diagnostics;
using nanoFramework.Hardware.Esp32;

namespace Sleeper
{
    // Sleeps by the timer after a cold boot, by pin 4 after that, by pins 5 and 6 after that.
    public class Program
    {
        public static void Main()
        {
            Sleep.WakeupCause cause = Sleep.GetWakeupCause();
            Debug.WriteLine("woken by " + (int)cause + ", pins " + (long)Sleep.GetWakeupGpioPin() + ", year " + DateTime.UtcNow.Year);
            switch (cause)
            {
                case Sleep.WakeupCause.Undefined:
                    Sleep.EnableWakeupByTimer(new TimeSpan(0, 0, 0, 0, 20));
                    break;

                case Sleep.WakeupCause.Timer:
                    Debug.WriteLine("pin 40: " + (int)Sleep.EnableWakeupByPin((Sleep.WakeupGpioPin)(1UL << 40), 1));
                    Sleep.EnableWakeupByPin(Sleep.WakeupGpioPin.Pin4, 1);
                    break;

                default:
                    Sleep.EnableWakeupByMultiPins(Sleep.WakeupGpioPin.Pin5 | Sleep.WakeupGpioPin.Pin6, Sleep.WakeupMode.AnyHigh);
                    break;
            }

            Sleep.StartDeepSleep();
        }
    }
}
