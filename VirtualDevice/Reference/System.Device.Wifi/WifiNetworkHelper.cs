using System;
using System.Device.Wifi;
using System.Net.NetworkInformation;
using System.Threading;

namespace nanoFramework.Networking
{
    /// <summary>Joins a Wi-Fi network and waits for its address, and for the clock where that is asked for.</summary>
    public static partial class WifiNetworkHelper
    {
        private const NetworkInterfaceType Station = NetworkInterfaceType.Wireless80211;

        private static ManualResetEvent _addressAvailable;
        private static ManualResetEvent _networkReady = new ManualResetEvent(false);
        private static bool _requiresDateTime;
        private static string _ssid;
        private static string _password;
        private static WifiReconnectionKind _reconnectionKind;
        private static IPConfiguration _configuration;
        private static WifiAdapter _adapter;
        private static NetworkHelperStatus _status = NetworkHelperStatus.None;
        private static Exception _exception;
        private static bool _isSetUp;

        /// <summary>Set while the network can be used; by the overloads of SetupNetworkHelper only.</summary>
        public static ManualResetEvent NetworkReady => _networkReady;

        public static NetworkHelperStatus Status => _status;

        /// <summary>Why Status is ExceptionOccurred.</summary>
        public static Exception HelperException
        {
            get => _exception;
            internal set => _exception = value;
        }

        /// <summary>The adapter of the last connection; null before.</summary>
        public static WifiAdapter WifiAdapter => _adapter;

        /// <summary>Waits in the background for the network whose credentials are stored; wait for <see cref="NetworkReady"/>.</summary>
        /// <exception cref="InvalidOperationException">Set up already: see Reset.</exception>
        public static void SetupNetworkHelper(bool requiresDateTime = false) => SetupNetworkHelper(null, requiresDateTime);

        public static void SetupNetworkHelper(IPConfiguration ipConfiguration, bool requiresDateTime = false)
        {
            _configuration = ipConfiguration;
            StartInBackground(requiresDateTime);
        }

        public static void SetupNetworkHelper(
            string ssid,
            string password,
            WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic,
            bool requiresDateTime = false)
        {
            _ssid = ssid;
            _password = password;
            _reconnectionKind = reconnectionKind;
            StartInBackground(requiresDateTime);
        }

        /// <summary>Stores the credentials, joins, and waits for an address by DHCP.</summary>
        /// <param name="ssid">The network.</param>
        /// <param name="password">"" for an open network. Null makes this return false, with an exception in HelperException.</param>
        /// <param name="reconnectionKind">See <see cref="WifiReconnectionKind"/>.</param>
        /// <param name="requiresDateTime">Waits until the clock stands in 2021 or later.</param>
        /// <param name="wifiAdapterId">Index of the adapter.</param>
        /// <param name="token">Limits the wait: without one a wrong password waits for ever.</param>
        /// <returns>False: see Status.</returns>
        public static bool ConnectDhcp(
            string ssid,
            string password,
            WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic,
            bool requiresDateTime = false,
            int wifiAdapterId = 0,
            CancellationToken token = default) =>
            Connect(ssid, password, null, false, reconnectionKind, requiresDateTime, wifiAdapterId, token);

        /// <inheritdoc cref="ConnectDhcp"/>
        public static bool ConnectFixAddress(
            string ssid,
            string password,
            IPConfiguration ipConfiguration,
            WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic,
            bool requiresDateTime = false,
            int WifiAdapter = 0,
            CancellationToken token = default) =>
            Connect(ssid, password, ipConfiguration, false, reconnectionKind, requiresDateTime, WifiAdapter, token);

        /// <summary>As ConnectDhcp, but scans first and joins only if the network was found.</summary>
        public static bool ScanAndConnectDhcp(
            string ssid,
            string password,
            WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic,
            bool requiresDateTime = false,
            int WifiAdapter = 0,
            CancellationToken token = default) =>
            Connect(ssid, password, null, true, reconnectionKind, requiresDateTime, WifiAdapter, token);

        /// <summary>Waits for the network whose credentials are stored.</summary>
        public static bool Reconnect(bool requiresDateTime = false, int wifiAdapterId = 0, CancellationToken token = default)
        {
            try
            {
                _adapter = WifiAdapter.FindAllAdapters()[wifiAdapterId];
                return NetworkHelper.WaitNetworkAvailable(Station, ref _status, token, requiresDateTime);
            }
            catch (Exception cause)
            {
                return Fail(cause);
            }
        }

        public static void Disconnect()
        {
            if (_adapter != null)
            {
                _adapter.Disconnect();
                _adapter.Dispose();
                _adapter = null;
            }
        }

        /// <summary>Forgets everything but the connection.</summary>
        public static void Reset()
        {
            NetworkChange.NetworkAddressChanged -= OnAddressChanged;
            _isSetUp = false;
            _addressAvailable = null;
            _networkReady = new ManualResetEvent(false);
            _requiresDateTime = false;
            _status = NetworkHelperStatus.None;
            _exception = null;
            _configuration = null;
            _ssid = null;
            _password = null;
            NetworkHelper.Reset();
        }

        private static bool Connect(
            string ssid,
            string password,
            IPConfiguration configuration,
            bool scanFirst,
            WifiReconnectionKind reconnectionKind,
            bool requiresDateTime,
            int adapterId,
            CancellationToken token)
        {
            try
            {
                _ssid = ssid;
                _password = password;
                _reconnectionKind = reconnectionKind;
                _configuration = configuration;
                _adapter = WifiAdapter.FindAllAdapters()[adapterId];

                NetworkInterface station = FindStation();
                if (!IsJoined(station))
                {
                    if (scanFirst)
                    {
                        _adapter.AvailableNetworksChanged += OnScanned;
                        _adapter.ScanAsync();
                    }
                    else if (station != null)
                    {
                        _adapter.Disconnect();
                        StoreCredentials(station);
                        NetworkHelperInternal.ApplyAddress(station, configuration);
                        _adapter.Connect(_ssid, _reconnectionKind, _password);
                    }
                }

                return NetworkHelper.WaitNetworkAvailable(Station, ref _status, token, requiresDateTime);
            }
            catch (Exception cause)
            {
                return Fail(cause);
            }
        }

        private static bool Fail(Exception cause)
        {
            _status = NetworkHelperStatus.ExceptionOccurred;
            HelperException = cause;
            return false;
        }

        // Leaves another network first.
        private static bool IsJoined(NetworkInterface station)
        {
            if (!NetworkHelperInternal.CheckIP(Station, _configuration))
            {
                return false;
            }

            if (ConfigurationOf(station).Ssid == _ssid)
            {
                return true;
            }

            _adapter.Disconnect();
            return false;
        }

        private static NetworkInterface FindStation()
        {
            foreach (NetworkInterface candidate in NetworkInterface.GetAllNetworkInterfaces())
            {
                if (candidate.NetworkInterfaceType == Station)
                {
                    return candidate;
                }
            }

            return null;
        }

        private static Wireless80211Configuration ConfigurationOf(NetworkInterface station) =>
            Wireless80211Configuration.GetAllWireless80211Configurations()[(int)station.SpecificConfigId];

        private static void StoreCredentials(NetworkInterface station)
        {
            Wireless80211Configuration stored = ConfigurationOf(station);
            stored.Ssid = _ssid;
            stored.Password = _password;
            stored.SaveConfiguration();
        }

        private static void OnScanned(WifiAdapter sender, object e)
        {
            foreach (WifiAvailableNetwork network in sender.NetworkReport.AvailableNetworks)
            {
                NetworkInterface station = FindStation();
                if (network.Ssid != _ssid || station == null)
                {
                    continue;
                }

                sender.Disconnect();
                NetworkHelperInternal.ApplyAddress(station, _configuration);
                WifiConnectionResult result = sender.Connect(network, _reconnectionKind, _password);
                if (result.ConnectionStatus == WifiConnectionStatus.Success)
                {
                    sender.AvailableNetworksChanged -= OnScanned;
                    StoreCredentials(station);
                    return;
                }

                _status = NetworkHelperStatus.ErrorConnetingToWiFiWhileScanning;
            }
        }
    }
}
