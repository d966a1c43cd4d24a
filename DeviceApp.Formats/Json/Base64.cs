namespace SecureEsp.DeviceApp.Formats.Json
{
    /// <summary>Base64 (RFC 4648 section 4) from buffer to buffer. Strict: one spelling for each content, so no white space, and padding as it must be.</summary>
    public static class Base64
    {
        private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

        /// <summary>How many characters <paramref name="count"/> bytes become.</summary>
        public static int EncodedLength(int count)
        {
            return (count + 2) / 3 * 4;
        }

        /// <summary>Encodes bytes.</summary>
        /// <returns><see cref="EncodedLength"/>: so many must fit into <paramref name="target"/>.</returns>
        public static int Encode(byte[] source, int offset, int count, byte[] target, int at)
        {
            var start = at;
            var end = offset + count;
            for (; offset < end; offset += 3)
            {
                var left = end - offset;
                var word = (source[offset] << 16) | (left > 1 ? source[offset + 1] << 8 : 0) | (left > 2 ? source[offset + 2] : 0);
                target[at++] = (byte)Alphabet[word >> 18];
                target[at++] = (byte)Alphabet[(word >> 12) & 63];
                target[at++] = left > 1 ? (byte)Alphabet[(word >> 6) & 63] : (byte)'=';
                target[at++] = left > 2 ? (byte)Alphabet[word & 63] : (byte)'=';
            }

            return at - start;
        }

        /// <summary>Decodes characters; source and target may be the same place.</summary>
        /// <returns>How many bytes, at most three for four characters; -1 where it is no base64: what was written is of no use then.</returns>
        public static int Decode(byte[] source, int offset, int count, byte[] target, int at)
        {
            if (count % 4 != 0)
            {
                return -1;
            }

            var start = at;
            for (var end = offset + count; offset < end; offset += 4)
            {
                var padding = offset + 4 < end || source[offset + 3] != '=' ? 0 : source[offset + 2] != '=' ? 1 : 2;
                var word = 0;
                for (var i = 0; i < 4; i++)
                {
                    var digit = i < 4 - padding ? Digit(source[offset + i]) : 0;
                    if (digit < 0)
                    {
                        return -1;
                    }

                    word = (word << 6) | digit;
                }

                // What the padding leaves over must be zero: else two texts would mean the same.
                if ((padding == 1 && (word & 0xFF) != 0) || (padding == 2 && (word & 0xFFFF) != 0))
                {
                    return -1;
                }

                target[at++] = (byte)(word >> 16);
                if (padding < 2)
                {
                    target[at++] = (byte)(word >> 8);
                }

                if (padding < 1)
                {
                    target[at++] = (byte)word;
                }
            }

            return at - start;
        }

        private static int Digit(byte c)
        {
            return c >= 'A' && c <= 'Z' ? c - 'A'
                : c >= 'a' && c <= 'z' ? c - 'a' + 26
                : c >= '0' && c <= '9' ? c - '0' + 52
                : c == '+' ? 62
                : c == '/' ? 63
                : -1;
        }
    }
}
