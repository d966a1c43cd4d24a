using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>
    /// Topics of calls over MQTT: frames come to <see cref="Request"/>; the answer goes to the frame's <c>src</c> with <c>/rpc</c> behind it,
    /// as the mos tool has it. The source must lie below the device's own topic: so the broker's rules, which let a device write
    /// there alone, keep one device from answering for another, and no answer can be a call to another device.
    /// </summary>
    public static class RpcTopics
    {
        private const int MaxToken = 64;

        /// <summary>Where a device is called.</summary>
        public static string Request(string deviceId)
        {
            return "esp/" + deviceId + "/rpc";
        }

        /// <summary>Where the answer to a source goes; null for a source that is not answered.</summary>
        public static string Reply(string deviceId, string source)
        {
            var before = Request(deviceId) + "/";
            if (source == null || !source.StartsWith(before) || source.Length == before.Length || source.Length > before.Length + MaxToken)
            {
                return null;
            }

            for (var i = before.Length; i < source.Length; i++)
            {
                if (!SettingValues.IsNameCharacter(source[i]))
                {
                    return null;
                }
            }

            return source + "/rpc";
        }
    }
}
