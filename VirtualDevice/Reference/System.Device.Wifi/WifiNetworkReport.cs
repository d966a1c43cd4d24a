using System.Text;

namespace System.Device.Wifi
{
    /// <summary>What the last scan has found.</summary>
    public class WifiNetworkReport
    {
        private const int BssidLength = 6;
        private const int SsidLength = 33;
        private const int RecordLength = BssidLength + SsidLength + 3;

        private readonly WifiAvailableNetwork[] _networks;

        // One byte: how many records. A record: BSSID, SSID padded with 0, RSSI, authentication, cipher.
        internal WifiNetworkReport(byte[] native)
        {
            _networks = new WifiAvailableNetwork[native[0]];
            for (int i = 0; i < _networks.Length; i++)
            {
                _networks[i] = ParseRecord(native, 1 + (i * RecordLength));
            }
        }

        public WifiAvailableNetwork[] AvailableNetworks => _networks;

        private static WifiAvailableNetwork ParseRecord(byte[] native, int start)
        {
            int ssid = start + BssidLength;
            int length = 0;
            while (length < SsidLength && native[ssid + length] != 0)
            {
                length++;
            }

            var network = new WifiAvailableNetwork();
            network.Bsid = BitConverter.ToString(native, start, BssidLength);
            network.Ssid = Encoding.UTF8.GetString(native, ssid, length);
            network.SetRssi((sbyte)native[ssid + SsidLength]);
            return network;
        }
    }
}
