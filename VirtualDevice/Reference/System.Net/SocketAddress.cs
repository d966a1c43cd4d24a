using System.Net.Sockets;

namespace System.Net
{
    /// <summary>A socket address as bytes: family (little endian) in bytes 0 and 1, then port and address in network order.</summary>
    public class SocketAddress
    {
        internal const int IPv4AddressSize = 16;

        internal readonly byte[] m_Buffer;

        /// <summary>Makes an empty address of a family.</summary>
        public SocketAddress(AddressFamily family, int size)
        {
            m_Buffer = new byte[size];
            m_Buffer[0] = (byte)(int)family;
            m_Buffer[1] = (byte)((int)family >> 8);
        }

        public AddressFamily Family => (AddressFamily)(m_Buffer[0] | (m_Buffer[1] << 8));

        /// <summary>Length in bytes.</summary>
        public int Size => m_Buffer.Length;

        public byte this[int offset]
        {
            get => m_Buffer[offset];
            set => m_Buffer[offset] = value;
        }

        public override bool Equals(object obj)
        {
            var other = obj as SocketAddress;
            if (other == null || other.Size != Size)
            {
                return false;
            }

            for (int i = 0; i < m_Buffer.Length; i++)
            {
                if (m_Buffer[i] != other.m_Buffer[i])
                {
                    return false;
                }
            }

            return true;
        }

        public override int GetHashCode()
        {
            int hash = 17;
            for (int i = 0; i < m_Buffer.Length; i++)
            {
                hash = (hash * 31) + m_Buffer[i];
            }

            return hash;
        }
    }
}
