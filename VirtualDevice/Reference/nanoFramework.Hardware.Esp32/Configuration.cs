using System.Runtime.CompilerServices;

namespace nanoFramework.Hardware.Esp32
{
    /// <summary>Which pin serves which device.</summary>
    public class Configuration
    {
        /// <summary>Lets a pin serve a device; before the device is opened.</summary>
        /// <exception cref="System.ArgumentException">There is no such device or line, or the pin cannot be an output that the line needs.</exception>
        public static void SetPinFunction(int pin, DeviceFunction value)
        {
            NativeSetPinFunction(pin, (int)value);
        }

        /// <summary>The pin that serves a device's line; -1 if none.</summary>
        public static int GetFunctionPin(DeviceFunction function) => NativeGetPinFunction((int)function);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern void NativeSetPinFunction(int pin, int function);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern int NativeGetPinFunction(int function);
    }
}
