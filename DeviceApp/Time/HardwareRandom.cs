using System;

namespace SecureEsp.DeviceApp.Time
{
    /// <summary><see cref="Random"/>, which is the hardware generator on the ESP32.</summary>
    public sealed class HardwareRandom : IRandom
    {
        private readonly Random _random = new Random();

        /// <inheritdoc/>
        public int Next(int limit)
        {
            return _random.Next(limit);
        }
    }
}
