using System;
using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Native
{
    /// <summary>The firmware image that the device runs.</summary>
    public static class SystemInfo
    {
        /// <summary>How the device calculates with fractions.</summary>
        public enum FloatingPoint
        {
            /// <summary>Not at all.</summary>
            None = 0,

            /// <summary>Single precision, by software.</summary>
            SinglePrecisionSoftware = 1,

            /// <summary>Single precision, by hardware.</summary>
            SinglePrecisionHardware = 2,

            /// <summary>Double precision, by software.</summary>
            DoublePrecisionSoftware = 3,

            /// <summary>Double precision, by hardware.</summary>
            DoublePrecisionHardware = 4,
        }

        /// <summary>Version of the CLR.</summary>
        public static Version Version
        {
            get
            {
                GetSystemVersion(out int major, out int minor, out int build, out int revision);
                return new Version(major, minor, build, revision);
            }
        }

        /// <summary>The maker's words about the image.</summary>
        public static extern string OEMString
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
        }

        /// <summary>Number of the maker.</summary>
        public static extern byte OEM
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
        }

        /// <summary>Number of the model.</summary>
        public static extern byte Model
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
        }

        /// <summary>Number of the stock keeping unit.</summary>
        public static extern ushort SKU
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
        }

        /// <summary>Name of the image, such as ESP32_S3_OCTAL.</summary>
        public static extern string TargetName
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
        }

        /// <summary>Family of the chip: ESP32.</summary>
        public static extern string Platform
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
        }

        /// <summary>How the device calculates with fractions.</summary>
        public static FloatingPoint FloatingPointSupport => (FloatingPoint)GetNativeFloatingPointSupport();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern void GetSystemVersion(out int major, out int minor, out int build, out int revision);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern byte GetNativeFloatingPointSupport();
    }
}
