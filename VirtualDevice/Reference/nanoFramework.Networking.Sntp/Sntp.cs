using System.Runtime.CompilerServices;

namespace nanoFramework.Networking
{
    /// <summary>The firmware's SNTP client (RFC 4330). It starts by itself once the station has an address.</summary>
    public class Sntp
    {
        public static extern bool IsStarted
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
        }

        /// <summary>"0.pool.ntp.org" unless set.</summary>
        public static extern string Server1
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
            [MethodImpl(MethodImplOptions.InternalCall)]
            set;
        }

        /// <summary>"1.pool.ntp.org" unless set.</summary>
        public static extern string Server2
        {
            [MethodImpl(MethodImplOptions.InternalCall)]
            get;
            [MethodImpl(MethodImplOptions.InternalCall)]
            set;
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern void Start();

        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern void Stop();

        /// <summary>Asks now, without waiting for the answer.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern void UpdateNow();
    }
}
