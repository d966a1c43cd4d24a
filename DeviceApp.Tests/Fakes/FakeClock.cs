using System;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    /// <summary>A clock that only moves when somebody sleeps.</summary>
    public sealed class FakeClock : IClock
    {
        /// <summary>What the wall clock reads.</summary>
        public DateTime Now = new DateTime(1970, 1, 1);

        /// <summary>After how much sleep the wall clock is set to 2027, as SNTP would; -1 for never.</summary>
        public long SetAfter = -1;

        /// <summary>All sleep so far, in milliseconds.</summary>
        public long Slept;

        public DateTime UtcNow
        {
            get { return Now; }
        }

        public long Milliseconds
        {
            get { return Slept; }
        }

        public void Sleep(int milliseconds)
        {
            Slept += milliseconds;
            if (SetAfter >= 0 && Slept >= SetAfter)
            {
                Now = new DateTime(2027, 3, 4);
            }
        }
    }
}
