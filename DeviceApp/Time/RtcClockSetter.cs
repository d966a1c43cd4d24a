using System;
using nanoFramework.Runtime.Native;

namespace SecureEsp.DeviceApp.Time
{
    /// <summary>The ESP32's system time, which outlasts a reboot but no power cut.</summary>
    public sealed class RtcClockSetter : IClockSetter
    {
        /// <inheritdoc/>
        public void Set(DateTime utc)
        {
            if (!Rtc.SetSystemTime(utc))
            {
                throw new InvalidOperationException("the board's clock cannot be set");
            }
        }
    }
}
