using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>Which settings there are, and which values each takes.</summary>
    public static class SettingRules
    {
        /// <summary>The answer for a value that was taken.</summary>
        public const string Taken = "";

        /// <summary>The word for no GPIO.</summary>
        public const string None = "none";

        private const string PortRule = "a port from 1 to 65535";
        private const string FileRule = "a file on the flash, as in I:\\device.key.pem, of at most 64 characters, or empty";
        private const string HostRule = "a host name or IPv4 address of at most 253 characters";

        /// <summary>Sets one value.</summary>
        /// <returns><see cref="Taken"/>, or what the value must be; null for an unknown key.</returns>
        public static string Apply(string key, string value, DeviceSettings settings)
        {
            // Short switches: one long one on strings is compiled into a hash table, which costs more on an interpreter.
            return ApplyHttps(key, value, settings) ?? ApplyTls(key, value, settings) ?? ApplyWeb(key, value, settings)
                ?? ApplyUpdate(key, value, settings) ?? ApplyAccessPoint(key, value, settings) ?? ApplyOther(key, value, settings);
        }

        private static string ApplyHttps(string key, string value, DeviceSettings settings)
        {
            switch (key)
            {
                case "https.host":
                    if (!SettingValues.IsHost(value)) return HostRule;
                    settings.HttpsHost = value;
                    return Taken;
                case "https.port":
                    return SettingValues.TryNumber(value, 1, 65535, ref settings.HttpsPort) ? Taken : PortRule;
                case "https.path":
                    if (!SettingValues.IsPath(value)) return "a path that starts with / and has no spaces, at most 256 characters";
                    settings.HttpsPath = value;
                    return Taken;
                case "https.probe":
                    if (value != "on" && value != "off") return "on or off";
                    settings.HttpsProbe = value == "on";
                    return Taken;
                default:
                    return null;
            }
        }

        private static string ApplyTls(string key, string value, DeviceSettings settings)
        {
            switch (key)
            {
                case "tls.version":
                    if (value != "1.2" && value != "1.3") return "1.2 or 1.3";
                    settings.Tls13 = value == "1.3";
                    return Taken;
                case SettingKeys.CertificateFile:
                    if (!SettingValues.IsFileOrNone(value)) return FileRule;
                    settings.CertificateFile = value;
                    return Taken;
                case SettingKeys.KeyFile:
                    if (!SettingValues.IsFileOrNone(value)) return FileRule;
                    settings.KeyFile = value;
                    return Taken;
                case SettingKeys.CaFile:
                    if (!SettingValues.IsFileOrNone(value)) return FileRule;
                    settings.CaFile = value;
                    return Taken;
                case SettingKeys.KeyPassword:
                    if (!SettingValues.IsPasswordOrNone(value)) return "at most 64 printable ASCII characters";
                    settings.KeyPassword = value;
                    return Taken;
                default:
                    return null;
            }
        }

        // As in Mongoose OS: an empty port is no server, and files may be named without the drive.
        private static string ApplyWeb(string key, string value, DeviceSettings settings)
        {
            if (key == SettingKeys.WebPort)
            {
                return SettingValues.TryNumber(value.Length == 0 ? "0" : value, 0, 65535, ref settings.WebPort) ? Taken : PortRule + ", or empty for no server";
            }

            if (key != SettingKeys.WebCertificateFile && key != SettingKeys.WebKeyFile && key != SettingKeys.WebCaFile)
            {
                return null;
            }

            var path = value.Length == 0 || value.IndexOf(':') >= 0 ? value : "I:\\" + FilePath.WithBackslashes(value[0] == '/' ? value.Substring(1) : value);
            if (!SettingValues.IsFileOrNone(path)) return FileRule;
            switch (key)
            {
                case SettingKeys.WebCertificateFile:
                    settings.WebCertificateFile = path;
                    return Taken;
                case SettingKeys.WebKeyFile:
                    settings.WebKeyFile = path;
                    return Taken;
                default:
                    settings.WebCaFile = path;
                    return Taken;
            }
        }

        private static string ApplyUpdate(string key, string value, DeviceSettings settings)
        {
            switch (key)
            {
                case SettingKeys.UpdateUrl:
                    if (value.Length > 0 && HttpsUrl.Parse(value, HttpsUrl.MaxStored) == null) return "an https URL of at most 512 characters, or empty";
                    settings.UpdateUrl = value;
                    return Taken;
                case SettingKeys.UpdateProduct:
                    if (!SettingValues.IsProduct(value)) return "1 to 32 printable ASCII characters";
                    settings.UpdateProduct = value;
                    return Taken;
                case SettingKeys.UpdateSlot:
                    return SettingValues.TryNumber(value, 16, 4096, ref settings.UpdateSlotKilobytes) ? Taken : "kilobytes from 16 to 4096";
                case SettingKeys.UpdateConfirm:
                    return SettingValues.TryNumber(value, 30, 600, ref settings.UpdateConfirmSeconds) ? Taken : "seconds from 30 to 600";
                default:
                    return null;
            }
        }

        private static string ApplyAccessPoint(string key, string value, DeviceSettings settings)
        {
            switch (key)
            {
                case SettingKeys.AccessPointAfter:
                    return SettingValues.TryNumber(value, 0, 3600, ref settings.AccessPointAfter) ? Taken : "seconds from 0 to 3600";
                case SettingKeys.AccessPointButton:
                    // The number is what a record has for none.
                    if (value == None || value == "255")
                    {
                        settings.AccessPointButton = DeviceSettings.NoPin;
                        return Taken;
                    }

                    return SettingValues.TryNumber(value, 0, 48, ref settings.AccessPointButton) ? Taken : "a GPIO from 0 to 48, or none";
                default:
                    return null;
            }
        }

        private static string ApplyOther(string key, string value, DeviceSettings settings)
        {
            switch (key)
            {
                case "device.id":
                    if (!SettingValues.IsDeviceId(value)) return "1 to 64 of A-Z a-z 0-9 . _ -";
                    settings.DeviceId = value;
                    return Taken;
                case "mqtt.host":
                    if (!SettingValues.IsHost(value)) return HostRule;
                    settings.MqttHost = value;
                    return Taken;
                case "mqtt.port":
                    return SettingValues.TryNumber(value, 1, 65535, ref settings.MqttPort) ? Taken : PortRule;
                case "time.server":
                    if (!SettingValues.IsHost(value)) return HostRule;
                    settings.TimeServer = value;
                    return Taken;
                case "blink.pin":
                    return SettingValues.TryNumber(value, 0, 48, ref settings.BlinkPin) ? Taken : "a GPIO from 0 to 48";
                default:
                    return null;
            }
        }
    }
}
