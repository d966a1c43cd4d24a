using System.Net;
using System.Net.Sockets;

namespace nanoFramework.M2Mqtt
{
    /// <summary>What an address belongs to.</summary>
    public static class IPAddressUtility
    {
        /// <summary>InterNetworkV6 for an address that is written with colons, else InterNetwork.</summary>
        public static AddressFamily GetAddressFamily(this IPAddress ipAddress)
        {
            return ipAddress.ToString().IndexOf(':') >= 0 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        }
    }
}
