namespace SecureEsp.DeviceApp.Formats
{
    /// <summary>Numbers with their least significant byte first, as records, bundles and nanoFramework's images have them.</summary>
    public static class LittleEndian
    {
        /// <summary>Two bytes.</summary>
        public static int UInt16(byte[] bytes, int at)
        {
            return bytes[at] | (bytes[at + 1] << 8);
        }

        /// <summary>Four bytes.</summary>
        public static uint UInt32(byte[] bytes, int at)
        {
            return (uint)(bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16)) | ((uint)bytes[at + 3] << 24);
        }
    }
}
