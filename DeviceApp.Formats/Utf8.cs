namespace SecureEsp.DeviceApp.Formats
{
    /// <summary>Tells whether bytes are UTF-8, which the device's decoder does not check (RFC 3629).</summary>
    public static class Utf8
    {
        /// <summary>True where the first <paramref name="count"/> bytes are well-formed, shortest-form UTF-8.</summary>
        public static bool IsValid(byte[] bytes, int count)
        {
            return IsValid(bytes, 0, count);
        }

        /// <summary>True where <paramref name="count"/> bytes from <paramref name="offset"/> on are.</summary>
        public static bool IsValid(byte[] bytes, int offset, int count)
        {
            var i = offset;
            var end = offset + count;
            while (i < end)
            {
                var first = bytes[i++];
                if (first < 0x80)
                {
                    continue;
                }

                var more = first >= 0xC2 && first <= 0xDF ? 1 : (first & 0xF0) == 0xE0 ? 2 : first >= 0xF0 && first <= 0xF4 ? 3 : 0;
                if (more == 0 || end - i < more || !SecondFits(first, bytes[i]))
                {
                    return false;
                }

                for (; more > 0; more--)
                {
                    if ((bytes[i++] & 0xC0) != 0x80)
                    {
                        return false;
                    }
                }
            }

            return true;
        }

        // Refuses over-long forms, surrogates and what lies above U+10FFFF.
        private static bool SecondFits(byte first, byte second)
        {
            switch (first)
            {
                case 0xE0: return second >= 0xA0;
                case 0xED: return second <= 0x9F;
                case 0xF0: return second >= 0x90;
                case 0xF4: return second <= 0x8F;
                default: return true;
            }
        }
    }
}
