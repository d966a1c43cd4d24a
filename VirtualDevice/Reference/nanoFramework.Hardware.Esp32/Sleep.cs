using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace nanoFramework.Hardware.Esp32
{
    /// <summary>Sleep of the chip. Deep sleep ends with a boot; only the flash and the clock keep what they hold.</summary>
    public partial class Sleep
    {
        /// <summary>Has the timer end the next sleep.</summary>
        public static EspNativeError EnableWakeupByTimer(TimeSpan time) => NativeEnableWakeupByTimer((ulong)time.Ticks / 10);

        /// <summary>Has a pin end the next sleep.</summary>
        /// <param name="pin">One of 0 to 21.</param>
        /// <param name="level">1 = when it is high, 0 = low.</param>
        public static EspNativeError EnableWakeupByPin(WakeupGpioPin pin, int level) => NativeEnableWakeupByPin(pin, level);

        /// <summary>Has pins end the next sleep.</summary>
        public static EspNativeError EnableWakeupByMultiPins(WakeupGpioPin pins, WakeupMode mode) => NativeEnableWakeupByMultiPins(pins, mode);

        /// <summary>Has a serial line end the next light sleep.</summary>
        public static EspNativeError EnableWakeupByUart(WakeUpPort portNumber, int edgeCount) => NativeEnableWakeupByUart(portNumber, edgeCount);

        /// <summary>Sleeps and goes on.</summary>
        public static EspNativeError StartLightSleep() => NativeStartLightSleep();

        /// <summary>Sleeps and boots. Does not return.</summary>
        public static void StartDeepSleep()
        {
            NativeStartDeepSleep();
            Thread.Sleep(Timeout.Infinite);
        }

        /// <summary>What ended the sleep before this boot.</summary>
        public static WakeupCause GetWakeupCause() => NativeGetWakeupCause();

        /// <summary>Which of several pins ended it.</summary>
        public static WakeupGpioPin GetWakeupGpioPin() => NativeGetWakeupGpioPin();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern EspNativeError NativeEnableWakeupByTimer(ulong time_us);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern EspNativeError NativeEnableWakeupByPin(WakeupGpioPin pin, int level);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern EspNativeError NativeEnableWakeupByMultiPins(WakeupGpioPin pins, WakeupMode mode);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern EspNativeError NativeEnableWakeupByUart(WakeUpPort padNumber1, int edgeCount);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern EspNativeError NativeStartLightSleep();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern EspNativeError NativeStartDeepSleep();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern WakeupCause NativeGetWakeupCause();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern WakeupGpioPin NativeGetWakeupGpioPin();
    }
}
