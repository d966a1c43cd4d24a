namespace SecureEsp.DeviceApp.Mqtt
{
    /// <summary>The lines of the log topic.</summary>
    public static class LogLine
    {
        /// <summary>Sent first after every connect.</summary>
        public const string Connected = "ESP32 successfully booted and connected (^_^)";

        /// <summary>A message in the form of the log topic.</summary>
        public static string Of(string message)
        {
            return "secure_esp: " + message;
        }

        /// <summary>Sent third, where the queue did not hold all lines of the time without a broker.</summary>
        public static string Dropped(int lines)
        {
            return lines.ToString() + (lines == 1 ? " older log line was" : " older log lines were") + " dropped while the broker was away";
        }

        /// <summary>Sent second after every connect.</summary>
        public static string Version(string version)
        {
            return "Running firmware version: " + version;
        }
    }
}
