namespace SecureEsp.DeviceApp.Formats.Json
{
    /// <summary>The characters of a string that was found well-formed, with its escapes resolved, one code point after the other.</summary>
    internal sealed class JsonCharacters
    {
        private byte[] _bytes;
        private int _position;
        private int _end;

        /// <summary>Begins with a string's text, from behind its first quote to its last one.</summary>
        public void Begin(byte[] bytes, int start, int end)
        {
            _bytes = bytes;
            _position = start;
            _end = end;
        }

        /// <summary>The next code point; -1 at the end.</summary>
        public int Next()
        {
            if (_position >= _end)
            {
                return -1;
            }

            int first = _bytes[_position++];
            if (first == '\\')
            {
                return Escape();
            }

            if (first < 0x80)
            {
                return first;
            }

            var more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
            var value = first & (0x3F >> more);
            for (; more > 0; more--)
            {
                value = (value << 6) | (_bytes[_position++] & 0x3F);
            }

            return value;
        }

        private int Escape()
        {
            int what = _bytes[_position++];
            switch (what)
            {
                case 'b': return '\b';
                case 'f': return '\f';
                case 'n': return '\n';
                case 'r': return '\r';
                case 't': return '\t';
                case 'u': break;
                default: return what;
            }

            var high = Hex4(_bytes, _position);
            _position += 4;
            if (!IsHighSurrogate(high))
            {
                return high;
            }

            var low = Hex4(_bytes, _position + 2);
            _position += 6;
            return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        }

        /// <summary>Four hexadecimal digits; -1 where they are none.</summary>
        public static int Hex4(byte[] bytes, int at)
        {
            var high = HttpText.HexByte((char)bytes[at], (char)bytes[at + 1]);
            var low = HttpText.HexByte((char)bytes[at + 2], (char)bytes[at + 3]);
            return high < 0 || low < 0 ? -1 : (high << 8) | low;
        }

        /// <summary>Whether it is the first half of a surrogate pair.</summary>
        public static bool IsHighSurrogate(int unit)
        {
            return unit >= 0xD800 && unit <= 0xDBFF;
        }

        /// <summary>Whether it is the second half.</summary>
        public static bool IsLowSurrogate(int unit)
        {
            return unit >= 0xDC00 && unit <= 0xDFFF;
        }
    }
}
