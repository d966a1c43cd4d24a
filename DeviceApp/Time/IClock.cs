using System;

namespace SecureEsp.DeviceApp.Time
{
    /// <summary>Wall clock, running time and waiting.</summary>
    public interface IClock
    {
        /// <summary>The device's date and time; starts in 1970 after a cold boot.</summary>
        DateTime UtcNow { get; }

        /// <summary>Milliseconds since boot; never set back.</summary>
        long Milliseconds { get; }

        /// <summary>Waits.</summary>
        void Sleep(int milliseconds);
    }
}
