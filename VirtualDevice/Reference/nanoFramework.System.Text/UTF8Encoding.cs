using System.Runtime.CompilerServices;

namespace System.Text
{
    /// <summary>UTF-8 (RFC 3629).</summary>
    public class UTF8Encoding : Encoding
    {
        /// <summary>Makes the encoding.</summary>
        public UTF8Encoding()
        {
        }

        /// <inheritdoc/>
        /// <remarks>A text ends at its first NUL character, as every string of the device does.</remarks>
        /// <exception cref="NullReferenceException">No text.</exception>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public override extern byte[] GetBytes(string s);

        /// <inheritdoc/>
        /// <exception cref="ArgumentOutOfRangeException">A range ends outside its text or array.</exception>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public override extern int GetBytes(string s, int charIndex, int charCount, byte[] bytes, int byteIndex);

        /// <inheritdoc/>
        /// <remarks>Stops at the first NUL byte; what is no UTF-8 gives U+FFFD.</remarks>
        /// <exception cref="NullReferenceException">No bytes.</exception>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public override extern char[] GetChars(byte[] bytes);

        /// <inheritdoc/>
        /// <exception cref="ArgumentOutOfRangeException">The range ends outside the array.</exception>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public override extern char[] GetChars(byte[] bytes, int byteIndex, int byteCount);

        /// <inheritdoc/>
        public override Decoder GetDecoder() => new UTF8Decoder();
    }
}
