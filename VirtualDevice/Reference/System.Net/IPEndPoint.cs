using System.Net.Sockets;

namespace System.Net
{
    /// <summary>An IP address and a port.</summary>
    public class IPEndPoint : EndPoint
    {
        public const int MinPort = 0;
        public const int MaxPort = 65535;

        // The names of these two fields are part of the native boundary.
        private readonly IPAddress _address;
        private readonly int _port;

        public IPEndPoint(long address, int port)
            : this(new IPAddress(address), port)
        {
        }

        public IPEndPoint(IPAddress address, int port)
        {
            _address = address;
            _port = port;
        }

        public IPAddress Address => _address;

        public AddressFamily AddressFamily => _address.AddressFamily;

        public int Port => _port;

        /// <summary>IPv4 only, as in the real library: an IPv6 address is lost.</summary>
        public override SocketAddress Serialize()
        {
            var socketAddress = new SocketAddress(AddressFamily.InterNetwork, SocketAddress.IPv4AddressSize);
            byte[] bytes = socketAddress.m_Buffer;
            bytes[2] = (byte)(_port >> 8);
            bytes[3] = (byte)_port;
            for (int i = 0; i < IPAddress.IPv4AddressBytes; i++)
            {
                bytes[4 + i] = (byte)(_address.Address >> (8 * i));
            }

            return socketAddress;
        }

        public override EndPoint Create(SocketAddress socketAddress)
        {
            byte[] bytes = socketAddress.m_Buffer;
            uint address = (uint)(bytes[4] | (bytes[5] << 8) | (bytes[6] << 16) | (bytes[7] << 24));
            return new IPEndPoint((long)address, (bytes[2] << 8) | bytes[3]);
        }

        public override string ToString() => _address.ToString() + ":" + _port.ToString();

        public override bool Equals(object obj)
        {
            var other = obj as IPEndPoint;
            return other != null && other._port == _port && other._address.Equals(_address);
        }

        public override int GetHashCode() => _address.GetHashCode() ^ _port;
    }
}
