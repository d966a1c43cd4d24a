namespace System.Net.NetworkInformation
{
    /// <summary>A station that has joined the device's access point.</summary>
    public class WirelessAPStation
    {
        private readonly byte[] _macAddress;
        private readonly sbyte _rssi;
        private readonly PhyProtocols _phyModes;

        internal WirelessAPStation(byte[] mac, sbyte rssi, PhyProtocols phyp)
        {
            _macAddress = mac;
            _rssi = rssi;
            _phyModes = phyp;
        }

        public byte[] MacAddress => _macAddress;

        /// <summary>Signal in dBm.</summary>
        public sbyte Rssi => _rssi;

        public PhyProtocols PhyModes => _phyModes;
    }
}
