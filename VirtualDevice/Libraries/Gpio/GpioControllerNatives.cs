using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Gpio;

/// <summary>Host side of System.Device.Gpio, GpioController.</summary>
[Natives("System.Device.Gpio", "System.Device.Gpio.GpioController")]
internal static class GpioControllerNatives
{
    public static int get_PinCount(object self)
    {
        Usable(self);
        return GpioBank.PinCount;
    }

    public static void DisposeNative(object self) => _ = Life.Current;

    public static bool IsPinModeSupported(object self, int pinNumber, int mode)
    {
        Usable(self);
        return GpioBank.Supports(pinNumber, (PinMode)mode);
    }

    public static bool IsPinOpen(object self, int pinNumber) => Usable(self).IsOpen(pinNumber);

    public static void SetPinMode(object self, int pinNumber, int mode)
    {
        Usable(self);
        GpioPinNatives.NativeSetPinMode(Find(pinNumber), mode);
    }

    public static byte NativeRead(object self, int pinNumber)
    {
        Find(pinNumber);
        return Usable(self).Read(pinNumber) ? (byte)1 : (byte)0;
    }

    /// <summary>Unlike the pin's own Write, an input takes it without a word and shows nothing of it.</summary>
    public static void NativeWrite(object self, int pinNumber, byte value)
    {
        Find(pinNumber);
        Usable(self).Write(pinNumber, value != 0);
    }

    private static object Find(int pinNumber) => OpenPins.Of(Life.Current).Find(pinNumber) ?? throw new InvalidOperationException();

    private static GpioBank Usable(object self)
    {
        var gpio = Life.Current.Board.Gpio;
        return Fields.Get<bool>(self, "_disposedValue") ? throw new ObjectDisposedException(null) : gpio;
    }
}
