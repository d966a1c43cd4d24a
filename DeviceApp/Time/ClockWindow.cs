using System;

namespace SecureEsp.DeviceApp.Time
{
    /// <summary>
    /// What a person may set the clock to. Certificates' dates are judged by it: set back it would let expired ones in, set ahead it would
    /// shut good ones out. So it is never before the year of this firmware, before the device's own certificate was made, or before a time at
    /// which a server's certificate was good; and never after the device's own certificate has ended. SNTP corrects what is left.
    /// </summary>
    public sealed class ClockWindow
    {
        /// <summary>From <paramref name="knownSeconds"/> (since 1970; 0 for none) and the certificate's dates on.</summary>
        public ClockWindow(long knownSeconds, DateTime certificateFrom, DateTime certificateUntil)
        {
            var earliest = UnixTime.Seconds(new DateTime(ClockRule.BuildYear, 1, 1));
            earliest = Later(earliest, knownSeconds);
            Earliest = Later(earliest, UnixTime.Seconds(certificateFrom));
            Latest = UnixTime.Seconds(certificateUntil);
        }

        /// <summary>First second, since 1970.</summary>
        public long Earliest { get; }

        /// <summary>Last second, since 1970.</summary>
        public long Latest { get; }

        /// <summary>Why a time is not accepted, for people; null where it is.</summary>
        public string Problem(long seconds)
        {
            return seconds < Earliest ? "the time is before " + Words(Earliest) + ", the latest that this device knows to be past"
                : seconds > Latest ? "the time is after " + Words(Latest) + ", when this device's certificate ends"
                : null;
        }

        private static long Later(long one, long other)
        {
            return one > other ? one : other;
        }

        private static string Words(long seconds)
        {
            return UnixTime.Of(seconds).ToString("yyyy-MM-dd HH:mm:ss") + " UTC";
        }
    }
}
