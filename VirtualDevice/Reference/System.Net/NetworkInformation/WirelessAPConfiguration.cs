using System.Runtime.CompilerServices;

namespace System.Net.NetworkInformation
{
    /// <summary>The stored configuration of the device's own access point. It takes effect at the next boot.</summary>
    public class WirelessAPConfiguration
    {
        private const int MaxSsidLength = 32;
        private const int MaxPasswordLength = 64;
        private const int MinPasswordLength = 8;

        // The names of these fields are part of the native boundary.
        private readonly int _apConfigurationIndex = 0;
        private readonly uint _apId;
        private AuthenticationType _apAuthentication = AuthenticationType.Open;
        private EncryptionType _apEncryption = EncryptionType.None;
        private RadioType _apRadio = RadioType.NotSpecified;
        private string _apPassword;
        private string _apSsid;
        private ConfigurationOptions _options = ConfigurationOptions.AutoStart;
        private byte _apChannel = 8;
        private byte _apMaxConnections = 1;

        public WirelessAPConfiguration(uint id)
        {
            _apId = id;
        }

        /// <summary>What the access point does by itself.</summary>
        [Flags]
        public enum ConfigurationOptions : byte
        {
            None = 0,
            Disable = 1,
            Enable = 2,
            AutoStart = 6,
            HiddenSSID = 8,
        }

        public AuthenticationType Authentication
        {
            get => _apAuthentication;
            set => _apAuthentication = value;
        }

        public EncryptionType Encryption
        {
            get => _apEncryption;
            set => _apEncryption = value;
        }

        public RadioType Radio
        {
            get => _apRadio;
            set => _apRadio = value;
        }

        public string Password
        {
            get => _apPassword;
            set => _apPassword = value;
        }

        public string Ssid
        {
            get => _apSsid;
            set => _apSsid = value;
        }

        public ConfigurationOptions Options
        {
            get => _options;
            set => _options = value;
        }

        public byte Channel
        {
            get => _apChannel;
            set => _apChannel = value;
        }

        public byte MaxConnections
        {
            get => _apMaxConnections;
            set => _apMaxConnections = value;
        }

        public uint Id => _apId;

        internal int ConfigurationIndex => _apConfigurationIndex;

        public static WirelessAPConfiguration[] GetAllWirelessAPConfigurations()
        {
            var all = new WirelessAPConfiguration[GetWirelessAPConfigurationCount()];
            for (int i = 0; i < all.Length; i++)
            {
                all[i] = GetWirelessAPConfiguration(i);
            }

            return all;
        }

        /// <summary>Writes this configuration to flash.</summary>
        /// <exception cref="ArgumentNullException">No SSID.</exception>
        /// <exception cref="ArgumentOutOfRangeException">SSID of 32 characters or more, no connections, or a password that is not 8 to 63
        /// characters where Authentication asks for one.</exception>
        public void SaveConfiguration()
        {
            if (_apSsid == null)
            {
                throw new ArgumentNullException();
            }

            if (_apSsid.Length >= MaxSsidLength || _apMaxConnections < 1)
            {
                throw new ArgumentOutOfRangeException();
            }

            bool open = _apAuthentication == AuthenticationType.Open || _apAuthentication == AuthenticationType.None;
            if (!open && (_apPassword.Length < MinPasswordLength || _apPassword.Length >= MaxPasswordLength))
            {
                throw new ArgumentOutOfRangeException();
            }

            UpdateConfiguration();
        }

        public WirelessAPStation[] GetConnectedStations() => NativeGetConnectedClients(0);

        public WirelessAPStation GetConnectedStations(int stationIndex) => NativeGetConnectedClients(stationIndex)[0];

        public void DeAuthStation(int stationIndex) => NativeDeauthStation(stationIndex);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern int GetWirelessAPConfigurationCount();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern WirelessAPConfiguration GetWirelessAPConfiguration(int configurationIndex);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void UpdateConfiguration();

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern WirelessAPStation[] NativeGetConnectedClients(int ClientIndex);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern string NativeDeauthStation(int ClientIndex);
    }
}
