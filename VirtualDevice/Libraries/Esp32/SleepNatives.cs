using System.Numerics;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Esp32;

/// <summary>Host side of nanoFramework.Hardware.Esp32, Sleep: deep sleep, ended by the timer or by pins. Results are numbers of EspNativeError.</summary>
[Natives("nanoFramework.Hardware.Esp32", "nanoFramework.Hardware.Esp32.Sleep")]
internal static class SleepNatives
{
    private const int Ok = 0;
    private const int InvalidArgument = 258;
    private const int NotSupported = 262;

    public static int NativeEnableWakeupByTimer(ulong time_us)
    {
        var sleep = Life.Current.Board.Sleep;
        // No wait of the host is longer: 24 days.
        if (time_us > int.MaxValue * 1000UL) return InvalidArgument;
        sleep.WakeByTimer(TimeSpan.FromMicroseconds(time_us));
        return Ok;
    }

    public static int NativeEnableWakeupByPin(ulong pin, int level)
    {
        var sleep = Life.Current.Board.Sleep;
        if (pin == 0) return Ok;
        // Of several the highest counts (nanoFramework_hardware_esp32_native_Hardware_Esp32_Sleep.cpp).
        var number = BitOperations.Log2(pin);
        if (!DeepSleep.CanWake(number)) return InvalidArgument;
        sleep.WakeByPin(number, level != 0);
        return Ok;
    }

    public static int NativeEnableWakeupByMultiPins(ulong pins, int mode)
    {
        var sleep = Life.Current.Board.Sleep;
        if (pins == 0 || !DeepSleep.CanWake(BitOperations.Log2(pins))) return InvalidArgument;
        sleep.WakeByPins(pins, anyHigh: mode != 0);
        return Ok;
    }

    /// <summary>A serial line ends light sleep only, which there is not.</summary>
    public static int NativeEnableWakeupByUart(int port, int edgeCount)
    {
        _ = Life.Current;
        return NotSupported;
    }

    public static int NativeStartLightSleep()
    {
        _ = Life.Current;
        return NotSupported;
    }

    public static int NativeStartDeepSleep()
    {
        Life.Current.Board.Power.Request(PowerRequest.DeepSleep);
        Life.AwaitEnd();
        return Ok;
    }

    public static int NativeGetWakeupCause() => (int)Life.Current.Board.Sleep.Cause;

    public static ulong NativeGetWakeupGpioPin() => Life.Current.Board.Sleep.WakingPins;
}
