namespace System.Device.Wifi
{
    /// <summary>A network that a scan has found.</summary>
    public class WifiAvailableNetwork
    {
        private string _bsid = "";
        private string _ssid = "";
        private sbyte _rssi;

        /// <summary>Address of the access point, "AA-BB-CC-DD-EE-FF".</summary>
        public string Bsid
        {
            get => _bsid;
            internal set => _bsid = value;
        }

        public string Ssid
        {
            get => _ssid;
            internal set => _ssid = value;
        }

        /// <summary>Always Any: the firmware does not tell.</summary>
        public WifiNetworkKind NetworkKind => WifiNetworkKind.Any;

        public double NetworkRssiInDecibelMilliwatts => _rssi;

        /// <summary>0 to 4; more than -55 dBm is 4, more than -75 3, more than -85 2, more than -96 1.</summary>
        public byte SignalBars
        {
            get
            {
                if (_rssi > -55)
                {
                    return 4;
                }

                if (_rssi > -75)
                {
                    return 3;
                }

                if (_rssi > -85)
                {
                    return 2;
                }

                return (byte)(_rssi > -96 ? 1 : 0);
            }
        }

        internal void SetRssi(sbyte rssi) => _rssi = rssi;
    }
}
