using System;
using System.Device.Wifi;
using System.Net.NetworkInformation;
using System.Threading;

namespace nanoFramework.Networking
{
    public static partial class WifiNetworkHelper
    {
        private static void StartInBackground(bool requiresDateTime)
        {
            if (_isSetUp)
            {
                throw new InvalidOperationException();
            }

            _requiresDateTime = requiresDateTime;
            _isSetUp = true;
            _addressAvailable = new ManualResetEvent(false);
            _adapter = WifiAdapter.FindAllAdapters()[0];

            NetworkInterface station = FindStation();
            if (station == null)
            {
                _status = NetworkHelperStatus.FailedNoNetworkInterface;
                throw new NotSupportedException();
            }

            NetworkChange.NetworkAddressChanged += OnAddressChanged;

            // As in the real library: nothing to join where the credentials are stored already, or where there is no password.
            bool join = !string.IsNullOrEmpty(_ssid) && !string.IsNullOrEmpty(_password) && ConfigurationOf(station).Ssid != _ssid;
            if (join)
            {
                _adapter.Disconnect();
                StoreCredentials(station);
            }

            NetworkHelperInternal.ApplyAddress(station, _configuration);
            if (join)
            {
                _adapter.Connect(_ssid, _reconnectionKind, _password);
            }

            _status = NetworkHelperStatus.Started;
            new Thread(WaitUntilReady).Start();
        }

        private static void WaitUntilReady()
        {
            if (!NetworkHelperInternal.CheckIP(Station, _configuration))
            {
                _addressAvailable.WaitOne();
            }

            if (_requiresDateTime)
            {
                NetworkHelperInternal.WaitForClock();
            }

            _networkReady.Set();
            _status = NetworkHelperStatus.NetworkIsReady;
        }

        private static void OnAddressChanged(object sender, EventArgs e)
        {
            if (!NetworkHelperInternal.CheckIP(Station, _configuration))
            {
                _networkReady.Reset();
                _addressAvailable.Reset();
                _status = NetworkHelperStatus.Reconnecting;
                return;
            }

            _addressAvailable.Set();
            if (!_requiresDateTime || NetworkHelperInternal.ClockIsSet)
            {
                _networkReady.Set();
                _status = NetworkHelperStatus.NetworkIsReady;
            }
        }
    }
}
