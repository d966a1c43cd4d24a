namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// CRC-32 as nanoFramework's images have it: polynomial 0x04C11DB7, most significant bit first, 0 at the start, nothing inverted.
    /// </summary>
    public static class PeCrc32
    {
        // Four bits at a time, for the reason that Storage.Crc32 has.
        private static readonly uint[] s_table =
        {
            0x00000000, 0x04C11DB7, 0x09823B6E, 0x0D4326D9, 0x130476DC, 0x17C56B6B, 0x1A864DB2, 0x1E475005,
            0x2608EDB8, 0x22C9F00F, 0x2F8AD6D6, 0x2B4BCB61, 0x350C9B64, 0x31CD86D3, 0x3C8EA00A, 0x384FBDBD
        };

        /// <summary>The check value of bytes that follow others whose check value is <paramref name="crc"/>; 0 before the first.</summary>
        public static uint Append(uint crc, byte[] bytes, int offset, int count)
        {
            var table = s_table;
            var end = offset + count;
            for (var i = offset; i < end; i++)
            {
                crc ^= (uint)bytes[i] << 24;
                crc = (crc << 4) ^ table[(int)(crc >> 28)];
                crc = (crc << 4) ^ table[(int)(crc >> 28)];
            }

            return crc;
        }
    }
}
