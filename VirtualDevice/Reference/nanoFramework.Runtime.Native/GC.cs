using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Native
{
    /// <summary>The garbage collector.</summary>
    public static class GC
    {
        /// <summary>Collects now.</summary>
        /// <param name="compactHeap">Whether to close the gaps too.</param>
        /// <returns>Free bytes of the managed heap.</returns>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern uint Run(bool compactHeap);

        /// <summary>Has each collection reported on the debug console, or not.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern void EnableGCMessages(bool enable);
    }
}
