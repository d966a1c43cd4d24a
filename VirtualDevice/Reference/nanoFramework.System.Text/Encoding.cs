namespace System.Text
{
    /// <summary>A way to write characters as bytes. There is one: UTF-8.</summary>
    public abstract class Encoding
    {
        /// <summary>A UTF-8 encoding; each call makes one.</summary>
        public static Encoding UTF8 => new UTF8Encoding();

        /// <summary>The bytes of a text.</summary>
        public virtual byte[] GetBytes(string s) => null;

        /// <summary>Stores the bytes of part of a text.</summary>
        /// <returns>Number of bytes stored.</returns>
        public virtual int GetBytes(string s, int charIndex, int charCount, byte[] bytes, int byteIndex)
        {
            throw new NotImplementedException();
        }

        /// <summary>The characters that the bytes stand for.</summary>
        public virtual char[] GetChars(byte[] bytes)
        {
            throw new NotImplementedException();
        }

        /// <summary>The characters that part of the bytes stand for.</summary>
        public virtual char[] GetChars(byte[] bytes, int byteIndex, int byteCount)
        {
            throw new NotImplementedException();
        }

        /// <summary>The text that part of the bytes stand for.</summary>
        public virtual string GetString(byte[] bytes, int index, int count) => new string(GetChars(bytes, index, count));

        /// <summary>A decoder for bytes that arrive in pieces.</summary>
        public abstract Decoder GetDecoder();
    }
}
