namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// CRC-32 as nanoFramework's images have it: polynomial 0x04C11DB7, most significant bit first, 0 at the start, nothing inverted.
    /// </summary>
    public static class PeCrc32
    {
        private const uint Polynomial = 0x04C11DB7;
        private const uint TopBit = 0x80000000;
        private const int Entries = 256;

        // A kilobyte, from the first image that is checked on: hundreds of kilobytes go through it, unlike Storage.Crc32.
        private static uint[] s_table;

        /// <summary>The check value of bytes that follow others whose check value is <paramref name="crc"/>; 0 before the first.</summary>
        public static uint Append(uint crc, byte[] bytes, int offset, int count)
        {
            var table = s_table ?? (s_table = Table());
            var i = offset;

            // Four at a time: the loop itself costs an interpreter as much as a byte does.
            for (var last = offset + count - 4; i <= last; i += 4)
            {
                crc = (crc << 8) ^ table[(int)((crc >> 24) ^ bytes[i])];
                crc = (crc << 8) ^ table[(int)((crc >> 24) ^ bytes[i + 1])];
                crc = (crc << 8) ^ table[(int)((crc >> 24) ^ bytes[i + 2])];
                crc = (crc << 8) ^ table[(int)((crc >> 24) ^ bytes[i + 3])];
            }

            for (var end = offset + count; i < end; i++)
            {
                crc = (crc << 8) ^ table[(int)((crc >> 24) ^ bytes[i])];
            }

            return crc;
        }

        private static uint[] Table()
        {
            var table = new uint[Entries];
            for (var i = 0; i < Entries; i++)
            {
                var crc = (uint)i << 24;
                for (var bit = 0; bit < 8; bit++)
                {
                    crc = (crc & TopBit) != 0 ? (crc << 1) ^ Polynomial : crc << 1;
                }

                table[i] = crc;
            }

            return table;
        }
    }
}
