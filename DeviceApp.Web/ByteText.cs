namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Compares and counts in bytes as they arrived, so that nothing is allocated for what nobody asks for.</summary>
    public static class ByteText
    {
        /// <summary>Whether bytes are the ASCII <paramref name="text"/>, but for the case of letters.</summary>
        public static bool Same(byte[] bytes, int start, int length, string text)
        {
            if (length != text.Length)
            {
                return false;
            }

            for (var i = 0; i < length; i++)
            {
                if (Lower(bytes[start + i]) != Lower(text[i]))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Whether bytes start with the ASCII <paramref name="text"/>, but for the case of letters.</summary>
        public static bool StartsWith(byte[] bytes, int start, int length, string text)
        {
            return length >= text.Length && Same(bytes, start, text.Length, text);
        }

        /// <summary>Whether a comma-separated list has <paramref name="token"/> in it, in any case.</summary>
        public static bool ListHas(byte[] bytes, int start, int length, string token)
        {
            var end = start + length;
            while (start <= end)
            {
                var comma = start;
                while (comma < end && bytes[comma] != (byte)',')
                {
                    comma++;
                }

                var last = comma;
                while (start < last && IsBlank(bytes[start]))
                {
                    start++;
                }

                while (last > start && IsBlank(bytes[last - 1]))
                {
                    last--;
                }

                if (Same(bytes, start, last - start, token))
                {
                    return true;
                }

                start = comma + 1;
            }

            return false;
        }

        /// <summary>A count from plain digits; -1 where it is none or has more than nine.</summary>
        public static int ParseCount(byte[] bytes, int start, int length)
        {
            if (length == 0 || length > 9)
            {
                return -1;
            }

            var value = 0;
            for (var i = start; i < start + length; i++)
            {
                if (bytes[i] < (byte)'0' || bytes[i] > (byte)'9')
                {
                    return -1;
                }

                value = (value * 10) + (bytes[i] - (byte)'0');
            }

            return value;
        }

        /// <summary>Whether all are digits, and at least one is there.</summary>
        public static bool AreDigits(byte[] bytes, int start, int length)
        {
            for (var i = start; i < start + length; i++)
            {
                if (bytes[i] < (byte)'0' || bytes[i] > (byte)'9')
                {
                    return false;
                }
            }

            return length > 0;
        }

        /// <summary>Space or tab.</summary>
        public static bool IsBlank(int c)
        {
            return c == ' ' || c == '\t';
        }

        /// <summary>The bytes as characters, one each (ISO 8859-1).</summary>
        public static string Text(byte[] bytes, int start, int length)
        {
            var characters = new char[length];
            for (var i = 0; i < length; i++)
            {
                characters[i] = (char)bytes[start + i];
            }

            return new string(characters);
        }

        private static int Lower(int c)
        {
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
    }
}
