using System.Device.Wifi;
using System.Threading;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>Looks for networks with the board's radio, which stays joined.</summary>
    public sealed class WifiScanner : IRpcWifi
    {
        private const int LimitMs = 15000;

        private readonly AutoResetEvent _ended = new AutoResetEvent(false);
        private WifiAdapter _adapter;

        /// <inheritdoc/>
        public RpcNetwork[] Scan()
        {
            if (_adapter == null)
            {
                var adapters = WifiAdapter.FindAllAdapters();
                if (adapters.Length == 0)
                {
                    throw new RpcException(RpcCode.Failed, "the board has no Wi-Fi");
                }

                _adapter = adapters[0];
                _adapter.AvailableNetworksChanged += (sender, e) => _ended.Set();
            }

            _ended.Reset();
            _adapter.ScanAsync();
            if (!_ended.WaitOne(LimitMs, false))
            {
                throw new RpcException(RpcCode.Failed, "the radio has not finished within 15 s");
            }

            var found = _adapter.NetworkReport.AvailableNetworks;
            var networks = new RpcNetwork[found.Length];
            for (var i = 0; i < found.Length; i++)
            {
                // nanoFramework writes hardware addresses with hyphens, Mongoose OS with colons.
                networks[i] = new RpcNetwork { Ssid = found[i].Ssid, Bssid = Characters.Replace(found[i].Bsid, '-', ':'), Rssi = (int)found[i].NetworkRssiInDecibelMilliwatts };
            }

            return networks;
        }
    }
}
