using System;
using System.Threading;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Events;
using nanoFramework.Runtime.Native;
using nanoFramework.TestFramework;

namespace Libraries
{
    /// <summary>
    /// nanoframework/CoreLibrary, System/DateTime.cs, String.cs, Convert.cs, TimeSpan.cs; nf-interpreter, src/CLR/CorLib.
    /// </summary>
    [TestClass]
    public class SystemTests
    {
        [TestMethod]
        public static void Math_has_the_functions_for_double_and_float()
        {
            Assert.AreEqual(2.0, Math.Sqrt(4));
            Assert.AreEqual(1.5f, Math.Abs(-1.5f));
            Assert.AreEqual(1.5, Math.Abs(-1.5));
            Assert.AreEqual(3, Math.Max(2, 3));
            Assert.AreEqual(3.5f, Math.Max(2f, 3.5f));
            Assert.AreEqual(-1, Math.Sign(-0.5));
            Assert.AreEqual(2L, Math.Clamp(1L, 2L, 3L));
            Assert.AreEqual(8.0, Math.Pow(2, 3));
            Assert.AreEqual(2.0, Math.Round(2.5));
            Assert.IsTrue(Math.Abs(Math.Sin(Math.PI / 2) - 1) < 1e-12);
        }

        [TestMethod]
        public static void The_clock_is_set_to_the_second()
        {
            Assert.IsTrue(Rtc.SetSystemTime(new DateTime(2026, 7, 1, 12, 30, 15)));
            DateTime now = DateTime.UtcNow;
            Assert.AreEqual(2026, now.Year);
            Assert.AreEqual(30, now.Minute);
        }

        [TestMethod]
        public static void The_image_tells_what_it_is()
        {
            Assert.AreEqual("ESP32_S3_OCTAL", SystemInfo.TargetName);
            Assert.AreEqual("ESP32", SystemInfo.Platform);
            Assert.AreEqual(1, SystemInfo.Version.Major);
            Assert.IsTrue(nanoFramework.Runtime.Native.GC.Run(true) > 0);
            NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.SpiRam, out uint total, out uint free, out uint largest);
            Assert.AreEqual(8388608u, total);
            Assert.IsTrue(largest <= free && free <= total);
        }

        [TestMethod]
        public static void Ticks_count_from_the_boot()
        {
            long before = Environment.TickCount64;
            Thread.Sleep(20);
            long after = Environment.TickCount64;
            Assert.IsTrue(after - before >= 15 && before >= 0 && after < 3600000);
            Assert.IsTrue(HighResTimer.GetCurrent() >= (ulong)after * 1000);
        }

        [TestMethod]
        public static void A_high_resolution_timer_calls_back()
        {
            AutoResetEvent fired = new AutoResetEvent(false);
            HighResTimer timer = new HighResTimer();
            timer.OnHighResTimerExpired += (sender, e) => fired.Set();
            timer.StartOneShot(5000);
            Assert.IsTrue(fired.WaitOne(10000, false));
            timer.Dispose();
        }

        [TestMethod]
        public static void A_posted_event_reaches_its_listener()
        {
            ushort seen = 0;
            CustomEvent.CustomEventPosted += (sender, e) => seen = e.Data1;
            EventSink.PostManagedEvent((byte)EventCategory.Custom, 0, 4711, 0);
            Assert.AreEqual((ushort)4711, seen);
        }

        [TestMethod]
        public static void Pins_serve_what_they_are_told_to()
        {
            Assert.AreEqual(43, Configuration.GetFunctionPin(DeviceFunction.COM1_TX));
            Assert.AreEqual(-1, Configuration.GetFunctionPin(DeviceFunction.COM2_TX));
            Configuration.SetPinFunction(17, DeviceFunction.I2C1_DATA);
            Assert.AreEqual(17, Configuration.GetFunctionPin(DeviceFunction.I2C1_DATA));
            Assert.AreEqual(3, Configuration.GetFunctionPin(DeviceFunction.ADC1_CH2));
            Assert.ThrowsException(typeof(ArgumentException), () => Configuration.SetPinFunction(23, DeviceFunction.I2C1_DATA));
            Assert.ThrowsException(typeof(ArgumentException), () => Configuration.SetPinFunction(17, DeviceFunction.COM4_TX));
        }
    }
}
