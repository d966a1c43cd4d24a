namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>
    /// The two numbers of an ECDSA signature: SEQUENCE { r INTEGER, s INTEGER } (RFC 3279, 2.2.3) in DER (X.690) and no
    /// other form: definite lengths in one byte, no sign bit, no byte more than the number needs, nothing before, between
    /// or behind. For curves of up to 256 bits.
    /// </summary>
    internal sealed class DerSignature
    {
        /// <summary>Longest number, in bytes.</summary>
        public const int MaxNumberBytes = 32;

        private const int Sequence = 0x30;
        private const int Integer = 0x02;
        private const int HeadBytes = 2;

        /// <summary>Where r's most significant byte stands.</summary>
        public int ROffset;

        /// <summary>Bytes of r: 1 to 32.</summary>
        public int RLength;

        /// <summary>Where s's most significant byte stands.</summary>
        public int SOffset;

        /// <summary>Bytes of s: 1 to 32.</summary>
        public int SLength;

        /// <summary>Reads a signature. The numbers' range is not looked at: 0 passes.</summary>
        /// <param name="bytes">Holds it.</param>
        /// <param name="offset">Where it begins; the caller has made sure that the range is within the array.</param>
        /// <param name="length">Its length: all of it must be the signature.</param>
        /// <returns>False where it has another form.</returns>
        public bool Read(byte[] bytes, int offset, int length)
        {
            if (length < HeadBytes || bytes[offset] != Sequence || bytes[offset + 1] != length - HeadBytes || length - HeadBytes > 127)
            {
                return false;
            }

            var end = offset + length;
            RLength = Number(bytes, offset + HeadBytes, end, out ROffset);
            if (RLength == 0)
            {
                return false;
            }

            SLength = Number(bytes, ROffset + RLength, end, out SOffset);
            return SLength > 0 && SOffset + SLength == end;
        }

        // The number's length without the zero that keeps its sign bit clear; 0 where it is no such number.
        private static int Number(byte[] bytes, int at, int end, out int offset)
        {
            offset = at + HeadBytes;
            if (end - at < HeadBytes + 1 || bytes[at] != Integer)
            {
                return 0;
            }

            int length = bytes[at + 1];
            if (length == 0 || length > end - offset || (bytes[offset] & 0x80) != 0)
            {
                return 0;
            }

            if (bytes[offset] == 0 && length > 1)
            {
                if ((bytes[offset + 1] & 0x80) == 0)
                {
                    return 0;
                }

                offset++;
                length--;
            }

            return length <= MaxNumberBytes ? length : 0;
        }
    }
}
