using System;

namespace nanoFramework.Hardware.Esp32
{
    /// <content>Causes and pins.</content>
    public partial class Sleep
    {
        /// <summary>What ended the sleep.</summary>
        public enum WakeupCause
        {
            /// <summary>It did not wake up: power-on or reset.</summary>
            Undefined = 0,

            /// <summary>One pin.</summary>
            Ext0 = 2,

            /// <summary>One of several pins.</summary>
            Ext1 = 3,

            /// <summary>The timer.</summary>
            Timer = 4,

            /// <summary>A touch pad.</summary>
            TouchPad = 5,

            /// <summary>The low-power processor.</summary>
            Ulp = 6,

            /// <summary>A pin, from light sleep.</summary>
            Gpio = 7,

            /// <summary>A serial line, from light sleep.</summary>
            Uart = 8,

            /// <summary>Wi-Fi, from light sleep.</summary>
            Wifi = 9,

            /// <summary>The co-processor.</summary>
            CoCpu = 10,

            /// <summary>The co-processor crashed.</summary>
            CoCpuTrapTrig = 11,

            /// <summary>Bluetooth, from light sleep.</summary>
            Bt = 12,
        }

        /// <summary>Pins as bits.</summary>
        [Flags]
        public enum WakeupGpioPin : ulong
        {
            /// <summary>No pin.</summary>
            None = 0,

            /// <summary>Pin 0.</summary>
            Pin0 = 1,

            /// <summary>Pin 1.</summary>
            Pin1 = 2,

            /// <summary>Pin 2.</summary>
            Pin2 = 4,

            /// <summary>Pin 3.</summary>
            Pin3 = 8,

            /// <summary>Pin 4.</summary>
            Pin4 = 16,

            /// <summary>Pin 5.</summary>
            Pin5 = 32,

            /// <summary>Pin 6.</summary>
            Pin6 = 64,

            /// <summary>Pin 7.</summary>
            Pin7 = 128,

            /// <summary>Pin 8.</summary>
            Pin8 = 256,

            /// <summary>Pin 9.</summary>
            Pin9 = 512,

            /// <summary>Pin 10.</summary>
            Pin10 = 1024,

            /// <summary>Pin 11.</summary>
            Pin11 = 2048,

            /// <summary>Pin 12.</summary>
            Pin12 = 4096,

            /// <summary>Pin 13.</summary>
            Pin13 = 8192,

            /// <summary>Pin 14.</summary>
            Pin14 = 16384,

            /// <summary>Pin 15.</summary>
            Pin15 = 32768,

            /// <summary>Pin 16.</summary>
            Pin16 = 65536,

            /// <summary>Pin 17.</summary>
            Pin17 = 131072,

            /// <summary>Pin 18.</summary>
            Pin18 = 262144,

            /// <summary>Pin 19.</summary>
            Pin19 = 524288,

            /// <summary>Pin 20.</summary>
            Pin20 = 1048576,

            /// <summary>Pin 21.</summary>
            Pin21 = 2097152,

            /// <summary>Pin 25.</summary>
            Pin25 = 33554432,

            /// <summary>Pin 26.</summary>
            Pin26 = 67108864,

            /// <summary>Pin 27.</summary>
            Pin27 = 134217728,

            /// <summary>Pin 32.</summary>
            Pin32 = 4294967296,

            /// <summary>Pin 33.</summary>
            Pin33 = 8589934592,

            /// <summary>Pin 34.</summary>
            Pin34 = 17179869184,

            /// <summary>Pin 35.</summary>
            Pin35 = 34359738368,

            /// <summary>Pin 36.</summary>
            Pin36 = 68719476736,

            /// <summary>Pin 37.</summary>
            Pin37 = 137438953472,

            /// <summary>Pin 38.</summary>
            Pin38 = 274877906944,

            /// <summary>Pin 39.</summary>
            Pin39 = 549755813888,
        }

        /// <summary>When several pins wake the device.</summary>
        public enum WakeupMode
        {
            /// <summary>When all are low.</summary>
            AllLow = 0,

            /// <summary>When one is high.</summary>
            AnyHigh = 1,
        }

        /// <summary>Serial ports that can wake the device.</summary>
        public enum WakeUpPort
        {
            /// <summary>COM1.</summary>
            COM1 = 0,

            /// <summary>COM2.</summary>
            COM2 = 1,
        }
    }
}
