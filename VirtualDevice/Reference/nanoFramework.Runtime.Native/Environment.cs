using System.Runtime.CompilerServices;

namespace System
{
    /// <summary>What runs the firmware.</summary>
    public static class Environment
    {
        /// <summary>Milliseconds since the device started.</summary>
        public static extern long TickCount64
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
        }
    }
}
