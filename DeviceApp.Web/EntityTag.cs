using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Tags of files: the flash keeps no times, so the content makes the tag, its CRC-32 and its length. A file above 256 KB gets
    /// none: to read it twice would take too long on a board.
    /// </summary>
    public static class EntityTag
    {
        private const int Longest = 262144;

        /// <summary>The tag, in its quotes; null for a file that is too long. The file is then at its end.</summary>
        public static string Of(IWebFile file, byte[] buffer)
        {
            if (file.Length > Longest)
            {
                return null;
            }

            var crc = 0xFFFFFFFF;
            while (true)
            {
                var read = file.Read(buffer, 0, buffer.Length);
                if (read <= 0)
                {
                    return "\"" + (~crc).ToString("X8") + "-" + file.Length.ToString() + "\"";
                }

                crc = Crc32.Continue(crc, buffer, read);
            }
        }

        /// <summary>Whether a list of tags has <paramref name="tag"/> in it, or is a star (RFC 9110 section 13.1.2: weak ones count).</summary>
        public static bool IsIn(string list, string tag)
        {
            if (list == null || tag == null)
            {
                return false;
            }

            return list == "*" || HttpText.ListHas(list, tag) || HttpText.ListHas(list, "W/" + tag);
        }
    }
}
