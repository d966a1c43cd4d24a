using System;
using System.Device.Wifi;
using System.Net.NetworkInformation;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Wifi
{
    /// <summary>
    /// The board's radio. Uses the adapter itself, since <c>WifiNetworkHelper</c> does not say why a network was not
    /// joined; the driver reconnects by itself after a loss.
    /// </summary>
    public sealed class BoardWifi : IWifi
    {
        private const int AddressWaitMs = 20000;
        private const int AddressPollMs = 100;

        private readonly IClock _clock;
        private WifiAdapter _adapter;

        /// <summary>Waits by <paramref name="clock"/>.</summary>
        public BoardWifi(IClock clock)
        {
            _clock = clock;
        }

        /// <inheritdoc/>
        public string Address
        {
            get
            {
                var station = Station();
                var address = station == null ? null : station.IPv4Address;
                return string.IsNullOrEmpty(address) || address[0] == '0' ? null : address;
            }
        }

        /// <inheritdoc/>
        public WifiCredentials Load()
        {
            var stored = Configuration();
            return stored == null || string.IsNullOrEmpty(stored.Ssid) ? null : new WifiCredentials(stored.Ssid, stored.Password);
        }

        /// <inheritdoc/>
        public void Save(WifiCredentials credentials)
        {
            var stored = Configuration();
            if (stored == null)
            {
                throw new InvalidOperationException("the board has no Wi-Fi configuration to store them in");
            }

            stored.Ssid = credentials.Ssid;
            stored.Password = credentials.Password;
            stored.Authentication = AuthenticationType.WPA2;
            stored.Encryption = EncryptionType.WPA2_PSK;
            stored.Options = Wireless80211Configuration.ConfigurationOptions.AutoConnect;
            stored.SaveConfiguration();
        }

        /// <inheritdoc/>
        public WifiOutcome Join(WifiCredentials credentials)
        {
            if (_adapter == null)
            {
                var adapters = WifiAdapter.FindAllAdapters();
                if (adapters.Length == 0)
                {
                    return WifiOutcome.Failed;
                }

                _adapter = adapters[0];
            }

            if (JoinedAtBoot(credentials))
            {
                return WifiOutcome.Joined;
            }

            _adapter.Disconnect();
            switch (_adapter.Connect(credentials.Ssid, WifiReconnectionKind.Automatic, credentials.Password).ConnectionStatus)
            {
                case WifiConnectionStatus.Success: return WaitForAddress();
                case WifiConnectionStatus.InvalidCredential: return WifiOutcome.WrongPassword;
                case WifiConnectionStatus.AccessRevoked: return WifiOutcome.WrongPassword;
                case WifiConnectionStatus.NetworkNotAvailable: return WifiOutcome.NotFound;
                case WifiConnectionStatus.Timeout: return WifiOutcome.TimedOut;
                default: return WifiOutcome.Failed;
            }
        }

        // The driver joins the stored network by itself while the CLR starts.
        private bool JoinedAtBoot(WifiCredentials credentials)
        {
            var stored = Load();
            return Address != null && stored != null && stored.Ssid == credentials.Ssid && stored.Password == credentials.Password;
        }

        private WifiOutcome WaitForAddress()
        {
            var deadline = new Deadline(_clock, AddressWaitMs);
            while (Address == null)
            {
                if (deadline.Passed)
                {
                    return WifiOutcome.NoAddress;
                }

                _clock.Sleep(AddressPollMs);
            }

            return WifiOutcome.Joined;
        }

        private static NetworkInterface Station()
        {
            var all = NetworkInterface.GetAllNetworkInterfaces();
            for (var i = 0; i < all.Length; i++)
            {
                if (all[i].NetworkInterfaceType == NetworkInterfaceType.Wireless80211)
                {
                    return all[i];
                }
            }

            return null;
        }

        private static Wireless80211Configuration Configuration()
        {
            var station = Station();
            var all = Wireless80211Configuration.GetAllWireless80211Configurations();
            return station == null || station.SpecificConfigId >= all.Length ? null : all[(int)station.SpecificConfigId];
        }
    }
}
