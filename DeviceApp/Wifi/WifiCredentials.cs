namespace SecureEsp.DeviceApp.Wifi
{
    /// <summary>A network and its password. The password is never written anywhere but to the board's Wi-Fi configuration.</summary>
    public sealed class WifiCredentials
    {
        /// <summary>Takes both as they are.</summary>
        public WifiCredentials(string ssid, string password)
        {
            Ssid = ssid;
            Password = password;
        }

        /// <summary>Network name, 1 to 32 bytes of UTF-8.</summary>
        public string Ssid { get; }

        /// <summary>Passphrase, 8 to 63 characters.</summary>
        public string Password { get; }
    }
}
