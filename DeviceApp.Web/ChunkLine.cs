using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>The line before a chunk (RFC 9112 section 7.1).</summary>
    public static class ChunkLine
    {
        private const int MostDigits = 7;

        /// <summary>The chunk's size in bytes; its extensions are ignored. -1 where it is none or above 28 bits.</summary>
        public static int Size(byte[] bytes, int start, int length)
        {
            var size = 0;
            var at = start;
            var end = start + length;
            while (at < end)
            {
                var digit = HttpText.Hex((char)bytes[at]);
                if (digit < 0)
                {
                    break;
                }

                if (at - start == MostDigits)
                {
                    return -1;
                }

                size = (size << 4) | digit;
                at++;
            }

            // Blanks before the end of the line are taken by some readers and not by others; an extension begins at once.
            return at == start || (at < end && bytes[at] != (byte)';') ? -1 : size;
        }
    }
}
