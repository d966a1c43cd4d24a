using System;

namespace SecureEsp.DeviceApp.Time
{
    /// <summary>
    /// When the clock may be believed. Certificates' validity dates are checked against it, so TLS stays off until
    /// then: a clock in the past would accept certificates that have expired since.
    /// </summary>
    public static class ClockRule
    {
        /// <summary>No clock is right that is behind the year this firmware was written in.</summary>
        public const int BuildYear = 2026;

        /// <summary>Whether <paramref name="utc"/> can be the present.</summary>
        public static bool IsSet(DateTime utc)
        {
            return utc.Year >= BuildYear;
        }
    }
}
