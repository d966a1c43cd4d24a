namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>What this firmware is.</summary>
    public static class Firmware
    {
        /// <summary>Its name.</summary>
        public const string Name = "SecureEsp";

        /// <summary>Its version, as in the log topic.</summary>
        public const string Version = "0.1.0";

        /// <summary>How it names itself to HTTP servers.</summary>
        public const string UserAgent = Name + "/" + Version;
    }
}
