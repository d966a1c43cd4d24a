using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Native
{
    /// <summary>A limit to what the calling thread may still take.</summary>
    public static class ExecutionConstraint
    {
        /// <summary>Sets the limit; -1 removes it.</summary>
        /// <param name="timeoutMilliseconds">Milliseconds from now, or -1.</param>
        /// <param name="priority">0 to 4; a higher one overrules a lower.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern void Install(int timeoutMilliseconds, int priority);
    }
}
