using System;

namespace SecureEsp.DeviceApp.Time
{
    /// <summary>Sets the clock by hand.</summary>
    public interface IClockSetter
    {
        /// <summary>Sets it.</summary>
        /// <exception cref="InvalidOperationException">The board refuses.</exception>
        void Set(DateTime utc);
    }
}
