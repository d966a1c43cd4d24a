using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Esp32;

/// <summary>Host side of nanoFramework.Hardware.Esp32, Configuration.</summary>
[Natives("nanoFramework.Hardware.Esp32", "nanoFramework.Hardware.Esp32.Configuration")]
internal static class ConfigurationNatives
{
    public static void NativeSetPinFunction(int pin, int function)
    {
        if (!Life.Current.State<PinFunctions>().Set(pin, function)) throw new ArgumentException();
    }

    public static int NativeGetPinFunction(int function) => Life.Current.State<PinFunctions>().Get(function);
}
