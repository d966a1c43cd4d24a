using System.Net.Sockets;

namespace System.Net
{
    /// <summary>Names to addresses, by the DNS server of the network that the device has joined.</summary>
    public static class Dns
    {
        private const int AddressOffset = 4;
        private const int IPv6AddressOffset = 8;

        /// <summary>Resolves a name or an address literal. Blocks for up to 30 s.</summary>
        /// <exception cref="SocketException">HostNotFound: no such name, or no network.</exception>
        public static IPHostEntry GetHostEntry(string hostNameOrAddress)
        {
            NativeSocket.getaddrinfo(hostNameOrAddress, out string canonicalName, out byte[][] addresses);

            var list = new IPAddress[addresses.Length];
            for (int i = 0; i < list.Length; i++)
            {
                list[i] = FromSocketAddress(addresses[i]);
            }

            var entry = new IPHostEntry();
            entry.hostName = canonicalName;
            entry.addressList = list;
            return entry;
        }

        // Bytes 0 and 1: family; 2 and 3: port; then the address (IPv6: after 4 bytes of flow information).
        private static IPAddress FromSocketAddress(byte[] bytes)
        {
            var family = (AddressFamily)(bytes[0] | (bytes[1] << 8));
            byte[] address;
            if (family == AddressFamily.InterNetwork)
            {
                address = new byte[IPAddress.IPv4AddressBytes];
                Array.Copy(bytes, AddressOffset, address, 0, address.Length);
            }
            else if (family == AddressFamily.InterNetworkV6)
            {
                address = new byte[IPAddress.IPv6AddressBytes];
                Array.Copy(bytes, IPv6AddressOffset, address, 0, address.Length);
            }
            else
            {
                throw new NotImplementedException();
            }

            return new IPAddress(address);
        }
    }
}
