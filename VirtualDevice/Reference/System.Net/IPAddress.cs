using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace System.Net
{
    /// <summary>An IPv4 or IPv6 address.</summary>
    public class IPAddress
    {
        internal const int IPv4AddressBytes = 4;
        internal const int IPv6AddressBytes = 16;
        private const int Groups = 8;

        public static readonly IPAddress Any = new IPAddress(0);
        public static readonly IPAddress Loopback = new IPAddress(new byte[] { 127, 0, 0, 1 });
        public static readonly IPAddress Broadcast = new IPAddress(0xFFFFFFFFL);
        public static readonly IPAddress None = Broadcast;
        public static readonly IPAddress IPv6Any = new IPAddress(new byte[IPv6AddressBytes], 0);
        public static readonly IPAddress IPv6Loopback = new IPAddress(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 }, 0);

        // The names of these fields are part of the native boundary. Address: first octet in the lowest byte.
        internal readonly long Address;
        private readonly AddressFamily _family = AddressFamily.InterNetwork;
        private readonly ushort[] _numbers = new ushort[Groups];
        private long _scopeid = 0;

        /// <summary>IPv4, the first octet in the lowest byte.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Not 0 to 0xFFFFFFFF.</exception>
        public IPAddress(long newAddress)
        {
            if (newAddress < 0 || newAddress > 0xFFFFFFFFL)
            {
                throw new ArgumentOutOfRangeException();
            }

            Address = newAddress;
        }

        /// <summary>4 bytes for IPv4, 16 for IPv6, in network order.</summary>
        public IPAddress(byte[] address)
        {
            if (address == null)
            {
                throw new ArgumentNullException();
            }

            if (address.Length == IPv4AddressBytes)
            {
                Address = (uint)(address[0] | (address[1] << 8) | (address[2] << 16) | (address[3] << 24));
            }
            else if (address.Length == IPv6AddressBytes)
            {
                _family = AddressFamily.InterNetworkV6;
                for (int i = 0; i < Groups; i++)
                {
                    _numbers[i] = (ushort)((address[2 * i] << 8) | address[(2 * i) + 1]);
                }
            }
            else
            {
                throw new ArgumentException();
            }
        }

        /// <summary>IPv6 with a scope.</summary>
        public IPAddress(byte[] address, long scopeid)
            : this(address)
        {
            if (address.Length != IPv6AddressBytes)
            {
                throw new ArgumentException();
            }

            _scopeid = scopeid;
        }

        private IPAddress(ushort[] numbers, long scopeid)
        {
            _family = AddressFamily.InterNetworkV6;
            _numbers = numbers;
            _scopeid = scopeid;
        }

        public AddressFamily AddressFamily => _family;

        /// <exception cref="SocketException">OperationNotSupported for IPv4.</exception>
        public long ScopeId
        {
            get
            {
                ThrowIfIPv4();
                return _scopeid;
            }

            set
            {
                ThrowIfIPv4();
                _scopeid = value;
            }
        }

        /// <summary>True for ::ffff:a.b.c.d.</summary>
        public bool IsIPv4MappedToIPv6
        {
            get
            {
                if (_family != AddressFamily.InterNetworkV6 || _numbers[5] != 0xFFFF)
                {
                    return false;
                }

                return (_numbers[0] | _numbers[1] | _numbers[2] | _numbers[3] | _numbers[4]) == 0;
            }
        }

        public static bool operator ==(IPAddress a, IPAddress b) => a is null ? b is null : a.Equals(b);

        public static bool operator !=(IPAddress a, IPAddress b) => !(a == b);

        /// <exception cref="ArgumentException">Not an address.</exception>
        public static IPAddress Parse(string ipString)
        {
            if (ipString.IndexOf(':') < 0)
            {
                return new IPAddress(NetworkInterface.IPV4AddressFromString(ipString));
            }

            return new IPAddress(NetworkInterface.IPV6AddressFromString(ipString), 0);
        }

        /// <summary>The address of the first interface that has one; Any where none has.</summary>
        public static IPAddress GetDefaultLocalAddress()
        {
            foreach (NetworkInterface candidate in NetworkInterface.GetAllNetworkInterfaces())
            {
                if (candidate.IPv4Address != "0.0.0.0" && candidate.IPv4SubnetMask != "0.0.0.0")
                {
                    return Parse(candidate.IPv4Address);
                }
            }

            return Any;
        }

        public override bool Equals(object other) => Equals(other as IPAddress);

        public bool Equals(IPAddress other)
        {
            if (other is null || other._family != _family)
            {
                return false;
            }

            if (_family != AddressFamily.InterNetworkV6)
            {
                return other.Address == Address;
            }

            for (int i = 0; i < Groups; i++)
            {
                if (other._numbers[i] != _numbers[i])
                {
                    return false;
                }
            }

            return other._scopeid == _scopeid;
        }

        public override int GetHashCode() => _family == AddressFamily.InterNetworkV6 ? ToString().GetHashCode() : (int)Address;

        /// <summary>The bytes in network order: 4 or 16.</summary>
        public byte[] GetAddressBytes()
        {
            if (_family != AddressFamily.InterNetworkV6)
            {
                return new byte[] { (byte)Address, (byte)(Address >> 8), (byte)(Address >> 16), (byte)(Address >> 24) };
            }

            byte[] bytes = new byte[IPv6AddressBytes];
            for (int i = 0; i < Groups; i++)
            {
                bytes[2 * i] = (byte)(_numbers[i] >> 8);
                bytes[(2 * i) + 1] = (byte)_numbers[i];
            }

            return bytes;
        }

        public override string ToString() =>
            _family == AddressFamily.InterNetworkV6 ? IPv6ToString(_numbers) : IPv4ToString((uint)Address);

        /// <summary>This address as ::ffff:a.b.c.d.</summary>
        public IPAddress MapToIPv6()
        {
            if (_family == AddressFamily.InterNetworkV6)
            {
                return this;
            }

            byte[] octets = GetAddressBytes();
            ushort[] numbers = new ushort[Groups];
            numbers[5] = 0xFFFF;
            numbers[6] = (ushort)((octets[0] << 8) | octets[1]);
            numbers[7] = (ushort)((octets[2] << 8) | octets[3]);
            return new IPAddress(numbers, 0);
        }

        /// <summary>The last four bytes as an IPv4 address.</summary>
        public IPAddress MapToIPv4()
        {
            if (_family == AddressFamily.InterNetwork)
            {
                return this;
            }

            byte[] bytes = GetAddressBytes();
            return new IPAddress(new byte[] { bytes[12], bytes[13], bytes[14], bytes[15] });
        }

        internal IPAddress Snapshot() =>
            _family == AddressFamily.InterNetworkV6 ? new IPAddress(_numbers, _scopeid) : new IPAddress(Address);

        private void ThrowIfIPv4()
        {
            if (_family == AddressFamily.InterNetwork)
            {
                throw new SocketException(SocketError.OperationNotSupported);
            }
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal static extern string IPv4ToString(uint ipv4Address);

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal static extern string IPv6ToString(ushort[] ipv6Address);
    }
}
