namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Whether a peer has sent the whole of its first TLS message, by the record's header (RFC 8446 section 5.1): a handshake that
    /// is begun earlier could be kept waiting by a peer that sends a byte now and then.
    /// </summary>
    public static class ClientHello
    {
        /// <summary>Length of a record's header in bytes.</summary>
        public const int HeaderLength = 5;

        /// <summary>More has to come.</summary>
        public const int Incomplete = 0;

        /// <summary>All of it is there.</summary>
        public const int Complete = 1;

        /// <summary>It is none.</summary>
        public const int None = -1;

        private const int Longest = 4096;
        private const int Shortest = 40;
        private const byte Handshake = 22;
        private const byte Major = 3;

        /// <summary>Looks at the first bytes.</summary>
        /// <param name="header">The first bytes that have come.</param>
        /// <param name="count">How many of them there are; fewer than <see cref="HeaderLength"/> is too early to tell.</param>
        /// <param name="available">How many bytes have come in all.</param>
        public static int Look(byte[] header, int count, int available)
        {
            if (count < HeaderLength)
            {
                return Incomplete;
            }

            var length = (header[3] << 8) | header[4];
            if (header[0] != Handshake || header[1] != Major || length < Shortest || length > Longest)
            {
                return None;
            }

            return available >= HeaderLength + length ? Complete : Incomplete;
        }
    }
}
