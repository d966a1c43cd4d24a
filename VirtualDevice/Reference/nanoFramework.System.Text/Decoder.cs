namespace System.Text
{
    /// <summary>Turns bytes that arrive in pieces into characters.</summary>
    public abstract class Decoder
    {
        /// <summary>Decodes as much as is complete and fits.</summary>
        /// <param name="bytes">Source.</param>
        /// <param name="byteIndex">First byte.</param>
        /// <param name="byteCount">Number of bytes that may be used.</param>
        /// <param name="chars">Destination.</param>
        /// <param name="charIndex">First place to store at.</param>
        /// <param name="charCount">Number of characters that may be stored.</param>
        /// <param name="flush">Whether these are the last bytes.</param>
        /// <param name="bytesUsed">Bytes decoded; those of an incomplete character are left to the next call.</param>
        /// <param name="charsUsed">Characters stored.</param>
        /// <param name="completed">Whether all bytes were used.</param>
        public abstract void Convert(
            byte[] bytes,
            int byteIndex,
            int byteCount,
            char[] chars,
            int charIndex,
            int charCount,
            bool flush,
            out int bytesUsed,
            out int charsUsed,
            out bool completed);
    }
}
