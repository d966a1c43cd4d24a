namespace SecureEsp.DeviceApp.Formats
{
    /// <summary>What HTTP compares and counts with.</summary>
    public static class HttpText
    {
        /// <summary>Whether two texts are the same but for the case of ASCII letters.</summary>
        public static bool Same(string a, string b)
        {
            if (a.Length != b.Length)
            {
                return false;
            }

            for (var i = 0; i < a.Length; i++)
            {
                if (Lower(a[i]) != Lower(b[i]))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Whether a comma-separated list has <paramref name="token"/> in it, in any case.</summary>
        public static bool ListHas(string list, string token)
        {
            var start = 0;
            while (start <= list.Length)
            {
                var end = list.IndexOf(',', start);
                if (end < 0)
                {
                    end = list.Length;
                }

                if (Same(list.Substring(start, end - start).Trim(), token))
                {
                    return true;
                }

                start = end + 1;
            }

            return false;
        }

        /// <summary>A count of bytes from plain digits; -1 where it is none or above 999,999,999,999.</summary>
        public static long ParseLength(string text)
        {
            if (text.Length == 0 || text.Length > 12)
            {
                return -1;
            }

            long value = 0;
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] < '0' || text[i] > '9')
                {
                    return -1;
                }

                value = (value * 10) + (text[i] - '0');
            }

            return value;
        }

        /// <summary>
        /// A chunk's size from its line, whose extensions are ignored (RFC 9112 section 7.1); -1 where it is none or above
        /// 28 bits.
        /// </summary>
        public static int ParseChunkSize(string line)
        {
            var size = 0;
            var digits = 0;
            for (; digits < line.Length; digits++)
            {
                var digit = Hex(line[digits]);
                if (digit < 0)
                {
                    break;
                }

                if (digits == 7)
                {
                    return -1;
                }

                size = (size << 4) | digit;
            }

            if (digits == 0)
            {
                return -1;
            }

            var rest = line.Substring(digits).Trim();
            return rest.Length == 0 || rest[0] == ';' ? size : -1;
        }

        /// <summary>Whether a character may stand in a header's name (RFC 9110 section 5.6.2).</summary>
        public static bool IsTokenCharacter(char c)
        {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0;
        }

        /// <summary>Value of a hexadecimal digit in any case; -1 for anything else.</summary>
        public static int Hex(char c)
        {
            if (c >= '0' && c <= '9')
            {
                return c - '0';
            }

            var lower = Lower(c);
            return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
        }

        /// <summary>Value of two hexadecimal digits, as behind a percent sign (RFC 3986 section 2.1); -1 where one of them is none.</summary>
        public static int HexByte(char high, char low)
        {
            var upper = Hex(high);
            var lower = Hex(low);
            return upper < 0 || lower < 0 ? -1 : (upper << 4) | lower;
        }

        private static char Lower(char c)
        {
            return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        }
    }
}
