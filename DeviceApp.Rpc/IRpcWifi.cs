namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>The radio.</summary>
    public interface IRpcWifi
    {
        /// <summary>Networks in reach; takes some seconds.</summary>
        /// <exception cref="RpcException">The radio does not answer in time.</exception>
        RpcNetwork[] Scan();
    }

    /// <summary>A network in reach.</summary>
    public sealed class RpcNetwork
    {
        /// <summary>Its name.</summary>
        public string Ssid;

        /// <summary>Hardware address of its access point.</summary>
        public string Bssid;

        /// <summary>How strong it is, in dBm.</summary>
        public int Rssi;
    }
}
