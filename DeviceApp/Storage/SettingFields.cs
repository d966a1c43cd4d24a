namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>
    /// The fields of a settings record. Their ids and types lie on flash in devices in the field: one that is no longer
    /// needed stays reserved.
    /// </summary>
    public static class SettingFields
    {
        /// <summary>The first id.</summary>
        public const int First = DeviceId;

        /// <summary>The last id; there is no gap yet.</summary>
        public const int Last = AccessPointButton;

        private const int DeviceId = 1;
        private const int HttpsHost = 2;
        private const int HttpsPort = 3;
        private const int HttpsPath = 4;
        private const int HttpsProbe = 5;
        private const int MqttHost = 6;
        private const int MqttPort = 7;
        private const int Tls13 = 8;
        private const int TimeServer = 9;
        private const int BlinkPin = 10;
        private const int CertificateFile = 11;
        private const int KeyFile = 12;
        private const int KeyPassword = 13;
        private const int UpdateUrl = 14;
        private const int UpdateProduct = 15;
        private const int UpdateSlot = 16;
        private const int UpdateConfirm = 17;
        private const int WebPort = 18;
        private const int WebCertificateFile = 19;
        private const int WebKeyFile = 20;
        private const int WebCaFile = 21;
        private const int CaFile = 22;
        private const int AccessPointAfter = 23;
        private const int AccessPointButton = 24;

        /// <summary>Writes all of them.</summary>
        public static void Write(DeviceSettings settings, RecordWriter writer)
        {
            writer.Text(DeviceId, settings.DeviceId);
            writer.Text(HttpsHost, settings.HttpsHost);
            writer.Number(HttpsPort, settings.HttpsPort);
            writer.Text(HttpsPath, settings.HttpsPath);
            writer.Flag(HttpsProbe, settings.HttpsProbe);
            writer.Text(MqttHost, settings.MqttHost);
            writer.Number(MqttPort, settings.MqttPort);
            writer.Flag(Tls13, settings.Tls13);
            writer.Text(TimeServer, settings.TimeServer);
            writer.Number(BlinkPin, settings.BlinkPin);
            writer.Text(CertificateFile, settings.CertificateFile);
            writer.Text(KeyFile, settings.KeyFile);
            writer.Text(KeyPassword, settings.KeyPassword);
            writer.Text(UpdateUrl, settings.UpdateUrl);
            writer.Text(UpdateProduct, settings.UpdateProduct);
            writer.Number(UpdateSlot, settings.UpdateSlotKilobytes);
            writer.Number(UpdateConfirm, settings.UpdateConfirmSeconds);
            writer.Number(WebPort, settings.WebPort);
            writer.Text(WebCertificateFile, settings.WebCertificateFile);
            writer.Text(WebKeyFile, settings.WebKeyFile);
            writer.Text(WebCaFile, settings.WebCaFile);
            writer.Text(CaFile, settings.CaFile);
            writer.Number(AccessPointAfter, settings.AccessPointAfter);
            writer.Number(AccessPointButton, settings.AccessPointButton);
        }

        /// <summary>Whether this firmware has the field.</summary>
        public static bool IsKnown(int id)
        {
            return id >= First && id <= Last;
        }

        /// <summary>Sets the value of a known field.</summary>
        /// <returns>False where it is of another type, or out of its range.</returns>
        public static bool Take(int id, int type, string value, DeviceSettings settings)
        {
            return type == Type(id) && SettingRules.Apply(Key(id), value, settings) == SettingRules.Taken;
        }

        /// <summary>What the settings file says for a flag.</summary>
        public static string FlagWord(int id, bool value)
        {
            return id == Tls13 ? (value ? "1.3" : "1.2") : value ? "on" : "off";
        }

        /// <summary>A known field's value as it may be shown: the settings file's, but for the password.</summary>
        public static string Shown(int id, DeviceSettings settings)
        {
            switch (id)
            {
                case DeviceId: return settings.DeviceId;
                case HttpsHost: return settings.HttpsHost;
                case HttpsPort: return settings.HttpsPort.ToString();
                case HttpsPath: return settings.HttpsPath;
                case HttpsProbe: return FlagWord(id, settings.HttpsProbe);
                case MqttHost: return settings.MqttHost;
                case MqttPort: return settings.MqttPort.ToString();
                case Tls13: return FlagWord(id, settings.Tls13);
                case TimeServer: return settings.TimeServer;
                case CertificateFile: return settings.CertificateFile;
                case KeyFile: return settings.KeyFile;
                case KeyPassword: return settings.KeyPassword.Length == 0 ? "" : "(not shown)";
                case UpdateUrl: return settings.UpdateUrl;
                case UpdateProduct: return settings.UpdateProduct;
                case UpdateSlot: return settings.UpdateSlotKilobytes.ToString();
                case UpdateConfirm: return settings.UpdateConfirmSeconds.ToString();
                case WebPort: return settings.WebPort.ToString();
                case WebCertificateFile: return settings.WebCertificateFile;
                case WebKeyFile: return settings.WebKeyFile;
                case WebCaFile: return settings.WebCaFile;
                case CaFile: return settings.CaFile;
                case AccessPointAfter: return settings.AccessPointAfter.ToString();
                case AccessPointButton: return settings.AccessPointButton == DeviceSettings.NoPin ? SettingRules.None : settings.AccessPointButton.ToString();
                default: return settings.BlinkPin.ToString();
            }
        }

        /// <summary>A known field's <see cref="RecordType"/>.</summary>
        public static int Type(int id)
        {
            switch (id)
            {
                case HttpsPort:
                case MqttPort:
                case BlinkPin:
                case UpdateSlot:
                case UpdateConfirm:
                case WebPort:
                case AccessPointAfter:
                case AccessPointButton:
                    return RecordType.Number;
                case HttpsProbe:
                case Tls13:
                    return RecordType.Flag;
                default:
                    return RecordType.Text;
            }
        }

        /// <summary>A known field's key in the settings file.</summary>
        public static string Key(int id)
        {
            switch (id)
            {
                case DeviceId: return "device.id";
                case HttpsHost: return "https.host";
                case HttpsPort: return "https.port";
                case HttpsPath: return "https.path";
                case HttpsProbe: return "https.probe";
                case MqttHost: return "mqtt.host";
                case MqttPort: return "mqtt.port";
                case Tls13: return "tls.version";
                case TimeServer: return "time.server";
                case CertificateFile: return SettingKeys.CertificateFile;
                case KeyFile: return SettingKeys.KeyFile;
                case KeyPassword: return SettingKeys.KeyPassword;
                case UpdateUrl: return SettingKeys.UpdateUrl;
                case UpdateProduct: return SettingKeys.UpdateProduct;
                case UpdateSlot: return SettingKeys.UpdateSlot;
                case UpdateConfirm: return SettingKeys.UpdateConfirm;
                case WebPort: return SettingKeys.WebPort;
                case WebCertificateFile: return SettingKeys.WebCertificateFile;
                case WebKeyFile: return SettingKeys.WebKeyFile;
                case WebCaFile: return SettingKeys.WebCaFile;
                case CaFile: return SettingKeys.CaFile;
                case AccessPointAfter: return SettingKeys.AccessPointAfter;
                case AccessPointButton: return SettingKeys.AccessPointButton;
                default: return "blink.pin";
            }
        }
    }
}
