using System;
using System.Net.NetworkInformation;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>The ESP32's access point. Its "WPA2" takes WPA too (ESP-IDF's WPA_WPA2_PSK is what the images map it to).</summary>
    public sealed class BoardAccessPoint : IAccessPoint
    {
        private const byte Connections = 2;

        /// <inheritdoc/>
        public bool IsUp
        {
            get
            {
                return WirelessAPConfiguration.GetAllWirelessAPConfigurations().Length > 0
                    && (Configuration().Options & WirelessAPConfiguration.ConfigurationOptions.Enable) != 0 && Interface().IPv4Address == OwnNetwork.Address;
            }
        }

        /// <inheritdoc/>
        public string Ssid
        {
            get { return Configuration().Ssid; }
        }

        /// <inheritdoc/>
        public int Channel
        {
            get { return Configuration().Channel; }
        }

        /// <inheritdoc/>
        public bool Is(string ssid, string password)
        {
            var own = Configuration();
            return own.Ssid == ssid && own.Password == password && own.Authentication == AuthenticationType.WPA2;
        }

        /// <inheritdoc/>
        public int Stations
        {
            get { return Configuration().GetConnectedStations().Length; }
        }

        /// <inheritdoc/>
        public void Open(string ssid, string password)
        {
            Interface().EnableStaticIPv4(OwnNetwork.Address, OwnNetwork.Mask, OwnNetwork.Address);
            var own = Configuration();
            own.Ssid = ssid;
            own.Password = password;
            own.Authentication = AuthenticationType.WPA2;
            own.Encryption = EncryptionType.WPA2_PSK;
            own.Channel = OwnNetwork.Channel;
            own.MaxConnections = Connections;
            own.Options = WirelessAPConfiguration.ConfigurationOptions.AutoStart;
            own.SaveConfiguration();
            SetStation(Wireless80211Configuration.ConfigurationOptions.Disable);
        }

        /// <inheritdoc/>
        public void Close()
        {
            SetStation(Wireless80211Configuration.ConfigurationOptions.AutoConnect);
            var own = Configuration();
            own.Options = WirelessAPConfiguration.ConfigurationOptions.Disable;
            own.SaveConfiguration();
        }

        private static void SetStation(Wireless80211Configuration.ConfigurationOptions options)
        {
            var station = Wireless80211Configuration.GetAllWireless80211Configurations()[0];
            station.Options = options;
            station.SaveConfiguration();
        }

        private static NetworkInterface Interface()
        {
            var all = NetworkInterface.GetAllNetworkInterfaces();
            for (var i = 0; i < all.Length; i++)
            {
                if (all[i].NetworkInterfaceType == NetworkInterfaceType.WirelessAP)
                {
                    return all[i];
                }
            }

            throw new InvalidOperationException("the board has no access point");
        }

        private static WirelessAPConfiguration Configuration()
        {
            var all = WirelessAPConfiguration.GetAllWirelessAPConfigurations();
            if (all.Length == 0)
            {
                throw new InvalidOperationException("the board has no access point");
            }

            return all[0];
        }
    }
}
