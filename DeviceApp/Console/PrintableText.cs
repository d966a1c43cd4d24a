namespace SecureEsp.DeviceApp.Console
{
    /// <summary>
    /// What may be shown on a terminal. Bytes from the network could otherwise carry escape sequences that rewrite what
    /// the user sees.
    /// </summary>
    public static class PrintableText
    {
        private const byte Dot = (byte)'.';

        /// <summary>The text on one line: every control character becomes a dot.</summary>
        public static string Of(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (IsControl(text[i]))
                {
                    var shown = text.ToCharArray();
                    for (; i < shown.Length; i++)
                    {
                        if (IsControl(shown[i]))
                        {
                            shown[i] = '.';
                        }
                    }

                    return new string(shown);
                }
            }

            return text;
        }

        /// <summary>
        /// Payload bytes as text for one console line: at most <paramref name="limit"/> bytes of it, then an ellipsis;
        /// everything that is not printable ASCII becomes a dot.
        /// </summary>
        public static string OfBytes(byte[] bytes, int limit)
        {
            var length = bytes.Length < limit ? bytes.Length : limit;
            var shown = new char[length];
            for (var i = 0; i < length; i++)
            {
                shown[i] = bytes[i] >= 0x20 && bytes[i] < 0x7F ? (char)bytes[i] : '.';
            }

            return length < bytes.Length ? new string(shown) + "..." : new string(shown);
        }

        /// <summary>
        /// Copies bytes for a terminal: tab, line ends and printable bytes stay, other control bytes become dots, those of
        /// ISO 6429 in UTF-8 (C2 80 to C2 9F) included.
        /// </summary>
        /// <param name="from">The bytes.</param>
        /// <param name="offset">The first of them.</param>
        /// <param name="to">Where to, from 0 on.</param>
        /// <param name="count">How many.</param>
        /// <param name="previous">The byte before the first; after the call, the last one.</param>
        public static void Copy(byte[] from, int offset, byte[] to, int count, ref byte previous)
        {
            for (var i = 0; i < count; i++)
            {
                var b = from[offset + i];
                var shown = b < 0x20 ? b == (byte)'\t' || b == (byte)'\r' || b == (byte)'\n' : b != 0x7F && (previous != 0xC2 || b > 0x9F);
                to[i] = shown ? b : Dot;
                previous = b;
            }
        }

        private static bool IsControl(char c)
        {
            return c < ' ' || (c >= (char)0x7F && c < (char)0xA0);
        }
    }
}
