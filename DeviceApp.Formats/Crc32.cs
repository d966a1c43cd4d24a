namespace SecureEsp.DeviceApp.Formats
{
    /// <summary>
    /// CRC-32 as in ISO 3309 and PKZIP: polynomial 0x04C11DB7 reflected, all ones at the start and inverted at the end. Finds
    /// every error burst of up to 32 bits; it is no protection against intent.
    /// </summary>
    public static class Crc32
    {
        // Four bits at a time: a table of 1 KB would cost more heap than the time is worth.
        private static readonly uint[] s_table =
        {
            0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
            0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C
        };

        /// <summary>The check value of the first <paramref name="count"/> bytes.</summary>
        public static uint Of(byte[] bytes, int count)
        {
            return ~Continue(0xFFFFFFFF, bytes, count);
        }

        /// <summary>Goes on with a check that began with all ones; whoever ends it inverts the result.</summary>
        public static uint Continue(uint crc, byte[] bytes, int count)
        {
            var table = s_table;
            for (var i = 0; i < count; i++)
            {
                crc ^= bytes[i];
                crc = (crc >> 4) ^ table[(int)(crc & 15)];
                crc = (crc >> 4) ^ table[(int)(crc & 15)];
            }

            return crc;
        }
    }
}
