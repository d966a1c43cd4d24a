using System.Runtime.CompilerServices;

namespace System.Net.NetworkInformation
{
    /// <summary>What holds for all interfaces.</summary>
    public static class IPGlobalProperties
    {
        /// <summary>The address of the first interface that has one; Any where none has.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern IPAddress GetIPAddress();
    }
}
