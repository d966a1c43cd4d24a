namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Text that can stand in a log line as it is.</summary>
    public static class PlainText
    {
        /// <summary>Whether well-formed UTF-8 is free of control characters: C0, DEL and C1.</summary>
        public static bool HasNoControls(byte[] utf8, int offset, int count)
        {
            var end = offset + count;
            for (var i = offset; i < end; i++)
            {
                if (utf8[i] < 0x20 || utf8[i] == 0x7F || (utf8[i] == 0xC2 && utf8[i + 1] < 0xA0))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
