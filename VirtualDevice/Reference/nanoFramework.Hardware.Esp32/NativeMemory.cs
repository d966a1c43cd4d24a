using System.Runtime.CompilerServices;

namespace nanoFramework.Hardware.Esp32
{
    /// <summary>Memory outside the managed heap.</summary>
    public class NativeMemory
    {
        /// <summary>Where memory is.</summary>
        public enum MemoryType
        {
            /// <summary>Anywhere.</summary>
            All = 0,

            /// <summary>In the chip.</summary>
            Internal = 1,

            /// <summary>In the PSRAM.</summary>
            SpiRam = 2,
        }

        /// <summary>Sizes in bytes.</summary>
        /// <param name="memType">Where.</param>
        /// <param name="totalSize">All of it.</param>
        /// <param name="totalFreeSize">What is free.</param>
        /// <param name="largestFreeBlock">What is free in one piece.</param>
        public static void GetMemoryInfo(MemoryType memType, out uint totalSize, out uint totalFreeSize, out uint largestFreeBlock)
        {
            totalSize = NativeGetMemoryTotalSize((int)memType);
            totalFreeSize = NativeGetMemoryTotalFreeSize((int)memType);
            largestFreeBlock = NativeGetMemoryLargestFreeBlock((int)memType);
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern uint NativeGetMemoryTotalSize(int memType);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern uint NativeGetMemoryTotalFreeSize(int memType);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern uint NativeGetMemoryLargestFreeBlock(int memType);
    }
}
