using System.Net;
using System.Net.Sockets;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>Asks the network's DNS.</summary>
    public static class HostAddress
    {
        /// <summary>The first address of a host. Ends by itself, within 30 s.</summary>
        /// <exception cref="SocketException">There is none.</exception>
        public static IPAddress Of(string host)
        {
            var entry = Dns.GetHostEntry(host);
            for (var i = 0; entry != null && i < entry.AddressList.Length; i++)
            {
                if (entry.AddressList[i] != null)
                {
                    return entry.AddressList[i];
                }
            }

            throw new SocketException(SocketError.NoData);
        }
    }
}
