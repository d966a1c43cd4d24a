using System;
using System.Device.Gpio;
using System.Diagnostics;
using System.Threading;

namespace PinWatcher
{
    // Copies pin 4 to pin 9 and says what it refuses to do.
    public class Program
    {
        public static void Main()
        {
            GpioController controller = new GpioController();
            GpioPin lamp = controller.OpenPin(9, PinMode.Output);
            GpioPin button = controller.OpenPin(4, PinMode.InputPullUp);
            GpioPin slow = controller.OpenPin(5, PinMode.Input);
            Debug.WriteLine("button " + button.Read() + ", lamp " + lamp.Read() + ", mode " + (int)button.GetPinMode());
            Refuse("open twice", () => controller.OpenPin(9));
            Refuse("no such pin", () => controller.OpenPin(23));
            Refuse("reserved pin", () => controller.OpenPin(27));
            Refuse("write an input", () => button.Write(PinValue.High));
            Refuse("close what is not open", () => controller.ClosePin(10));
            GpioPin closed = controller.OpenPin(11, PinMode.Output);
            controller.ClosePin(11);
            Refuse("write a closed pin", () => closed.Write(PinValue.High));
            Refuse("read a closed pin", () => closed.Read());
            Refuse("controller writes a closed pin", () => controller.Write(11, PinValue.High));

            slow.DebounceTimeout = new TimeSpan(0, 0, 0, 0, 500);
            slow.ValueChanged += (sender, e) => Debug.WriteLine("slow " + (e.ChangeType == PinEventTypes.Rising ? "rose" : "fell"));
            controller.RegisterCallbackForPinValueChangedEvent(4, PinEventTypes.Falling, (sender, e) => Debug.WriteLine("pressed " + e.PinNumber));
            button.ValueChanged += (sender, e) => lamp.Write(e.ChangeType == PinEventTypes.Falling);
            Debug.WriteLine("watching");
            Thread.Sleep(Timeout.Infinite);
        }

        private static void Refuse(string what, Action action)
        {
            try
            {
                action();
                Debug.WriteLine(what + ": allowed");
            }
            catch (Exception e)
            {
                Debug.WriteLine(what + ": " + e.GetType().Name);
            }
        }
    }
}
