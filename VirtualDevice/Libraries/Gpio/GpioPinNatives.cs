using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Libraries.Esp32;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Gpio;

/// <summary>Host side of System.Device.Gpio, GpioPin.</summary>
[Natives("System.Device.Gpio", "System.Device.Gpio.GpioPin")]
internal static class GpioPinNatives
{
    public static bool NativeInit(object self, int pinNumber)
    {
        var life = Life.Current;
        if (!life.Board.Gpio.Open(pinNumber)) return false;
        OpenPins.Of(life).Add(pinNumber, self);
        return true;
    }

    public static void DisposeNative(object self)
    {
        var life = Life.Current;
        OpenPins.Of(life).Remove(Number(self));
        life.Board.Gpio.Close(Number(self));
    }

    public static bool NativeIsPinModeSupported(object self, int pinMode)
    {
        _ = Life.Current;
        return GpioBank.Supports(Number(self), (PinMode)pinMode);
    }

    public static void NativeSetPinMode(object self, int pinMode)
    {
        var gpio = Open(self);
        if (!GpioBank.Supports(Number(self), (PinMode)pinMode)) throw new ArgumentException();
        Fields.Set(self, "_pinMode", pinMode);
        if (gpio.GetMode(Number(self)) != (PinMode)pinMode) gpio.SetMode(Number(self), (PinMode)pinMode);
    }

    /// <summary>The time-out is read from the pin at each change.</summary>
    public static void NativeSetDebounceTimeout(object self) => Open(self);

    public static object Read(object self)
    {
        var high = Open(self).Read(Number(self));
        return Life.Current.New("System.Device.Gpio", "System.Device.Gpio.PinValue", high ? (byte)1 : (byte)0);
    }

    public static void WriteNative(object self, object value)
    {
        var high = Fields.Get<byte>(value, "_value") != 0;
        Output(self).Write(Number(self), high);
        OpenPins.Of(Life.Current).Announce(Number(self), high);
    }

    public static void Toggle(object self)
    {
        var gpio = Output(self);
        gpio.Toggle(Number(self));
        OpenPins.Of(Life.Current).Announce(Number(self), gpio.Read(Number(self)));
    }

    public static void NativeSetAlternateFunction(object self, int alternateFunction)
    {
        if (!Life.Current.State<PinFunctions>().Set(Number(self), alternateFunction)) throw new ArgumentException();
    }

    private static int Number(object self) => Fields.Get<int>(self, "_pinNumber");

    private static GpioBank Open(object self)
    {
        var gpio = Life.Current.Board.Gpio;
        return Fields.Get<bool>(self, "_disposedValue") ? throw new ObjectDisposedException(null) : gpio;
    }

    private static GpioBank Output(object self)
    {
        var gpio = Open(self);
        return gpio.GetMode(Number(self)) < PinMode.Output ? throw new InvalidOperationException() : gpio;
    }
}
