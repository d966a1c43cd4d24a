using System;

namespace SecureEsp.DeviceApp.Time
{
    /// <summary>Seconds since 1970, whatever year the device's own ticks begin in.</summary>
    public static class UnixTime
    {
        private static readonly DateTime Epoch = new DateTime(1970, 1, 1);

        /// <summary>Seconds of a time in UTC.</summary>
        public static long Seconds(DateTime utc)
        {
            return (utc.Ticks - Epoch.Ticks) / TimeSpan.TicksPerSecond;
        }

        /// <summary>The time in UTC.</summary>
        public static DateTime Of(long seconds)
        {
            return new DateTime(Epoch.Ticks + (seconds * TimeSpan.TicksPerSecond));
        }
    }
}
