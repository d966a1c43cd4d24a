using System.Runtime.CompilerServices;

namespace System.Net.NetworkInformation
{
    /// <summary>The stored configuration of the Wi-Fi station. The device joins this network at boot if Options has AutoConnect.</summary>
    public class Wireless80211Configuration
    {
        private const int MaxSsidLength = 32;
        private const int MaxPasswordLength = 64;

        // The names of these fields are part of the native boundary.
        private readonly int _configurationIndex = 0;
        private readonly uint _id;
        private AuthenticationType _authentication = AuthenticationType.None;
        private EncryptionType _encryption = EncryptionType.None;
        private RadioType _radio = RadioType.NotSpecified;
        private string _password;
        private string _ssid;
        private ConfigurationOptions _options;

        public Wireless80211Configuration(uint id)
        {
            _id = id;
        }

        /// <summary>What the station does by itself.</summary>
        [Flags]
        public enum ConfigurationOptions : byte
        {
            None = 0,
            Disable = 1,
            Enable = 2,
            AutoConnect = 6,
            SmartConfig = 10,
        }

        public AuthenticationType Authentication
        {
            get => _authentication;
            set => _authentication = value;
        }

        public EncryptionType Encryption
        {
            get => _encryption;
            set => _encryption = value;
        }

        public RadioType Radio
        {
            get => _radio;
            set => _radio = value;
        }

        public ConfigurationOptions Options
        {
            get => _options;
            set => _options = value;
        }

        public string Password
        {
            get => _password;
            set => _password = value;
        }

        public string Ssid
        {
            get => _ssid;
            set => _ssid = value;
        }

        public uint Id => _id;

        internal int ConfigurationIndex => _configurationIndex;

        public static Wireless80211Configuration[] GetAllWireless80211Configurations()
        {
            var all = new Wireless80211Configuration[GetWireless82011ConfigurationCount()];
            for (int i = 0; i < all.Length; i++)
            {
                all[i] = GetWireless82011Configuration(i);
            }

            return all;
        }

        /// <summary>Writes this configuration to flash.</summary>
        /// <exception cref="ArgumentNullException">No SSID.</exception>
        /// <exception cref="NullReferenceException">No password: an open network has "".</exception>
        /// <exception cref="ArgumentOutOfRangeException">SSID over 32 or password over 64 characters.</exception>
        public void SaveConfiguration()
        {
            if (_ssid == null)
            {
                throw new ArgumentNullException();
            }

            if (_password.Length > MaxPasswordLength || _ssid.Length > MaxSsidLength)
            {
                throw new ArgumentOutOfRangeException();
            }

            UpdateConfiguration();
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern int GetWireless82011ConfigurationCount();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern Wireless80211Configuration GetWireless82011Configuration(int configurationIndex);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void UpdateConfiguration();
    }
}
