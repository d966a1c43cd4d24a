using System.Text;

namespace System.Web
{
    /// <summary>Percent encoding of form data: a blank becomes +, letters, digits and ~ - . _ stay, all else becomes %XX (of UTF-8 unless told otherwise).</summary>
    public class HttpUtility
    {
        /// <summary>Encodes; null becomes an empty text.</summary>
        public static string UrlEncode(string str)
        {
            return UrlEncode(str, Encoding.UTF8);
        }

        /// <summary>Encodes; null becomes an empty text.</summary>
        public static string UrlEncode(string str, Encoding e)
        {
            return string.IsNullOrEmpty(str) ? string.Empty : Text(UrlEncodeToBytes(str, e), e);
        }

        /// <summary>Encodes a part of an array.</summary>
        public static string UrlEncode(byte[] bytes, int offset, int count)
        {
            return Text(UrlEncodeToBytes(bytes, offset, count), Encoding.UTF8);
        }

        /// <summary>Encodes bytes.</summary>
        public static string UrlEncode(byte[] bytes)
        {
            return UrlEncode(bytes, 0, bytes.Length);
        }

        /// <summary>Encodes; null stays null.</summary>
        public static byte[] UrlEncodeToBytes(string str, Encoding e)
        {
            return str == null ? null : UrlEncodeToBytes(e.GetBytes(str));
        }

        /// <summary>Encodes bytes.</summary>
        public static byte[] UrlEncodeToBytes(byte[] bytes)
        {
            return UrlEncodeToBytes(bytes, 0, bytes.Length);
        }

        /// <summary>Encodes a part of an array.</summary>
        public static byte[] UrlEncodeToBytes(byte[] bytes, int offset, int count)
        {
            byte[] encoded = new byte[3 * count];
            int length = 0;
            for (int i = offset; i < offset + count; i++)
            {
                byte value = bytes[i];
                if (IsSafe((char)value) || value == ' ')
                {
                    encoded[length++] = value == ' ' ? (byte)'+' : value;
                    continue;
                }

                encoded[length++] = (byte)'%';
                encoded[length++] = HexDigit(value >> 4);
                encoded[length++] = HexDigit(value & 0x0F);
            }

            return Cut(encoded, length);
        }

        /// <summary>Decodes; null becomes an empty text.</summary>
        public static string UrlDecode(string str)
        {
            return UrlDecode(str, Encoding.UTF8);
        }

        /// <summary>Decodes; null becomes an empty text.</summary>
        public static string UrlDecode(string str, Encoding e)
        {
            return string.IsNullOrEmpty(str) ? string.Empty : Text(UrlDecodeToBytes(str, e), e);
        }

        /// <summary>Decodes a part of an array.</summary>
        public static string UrlDecode(byte[] bytes, int offset, int count, Encoding e)
        {
            return Text(UrlDecodeToBytes(bytes, offset, count), e);
        }

        /// <summary>Decodes bytes.</summary>
        public static string UrlDecode(byte[] bytes, Encoding e)
        {
            return UrlDecode(bytes, 0, bytes.Length, e);
        }

        /// <summary>Decodes a part of an array; a % without two hexadecimal digits stays as it is.</summary>
        public static byte[] UrlDecodeToBytes(byte[] bytes, int offset, int count)
        {
            byte[] decoded = new byte[count];
            int length = 0;
            int end = offset + count;
            for (int i = offset; i < end; i++)
            {
                byte value = bytes[i];
                if (value == '%' && i + 2 < end && HexToInt((char)bytes[i + 1]) >= 0 && HexToInt((char)bytes[i + 2]) >= 0)
                {
                    value = (byte)((HexToInt((char)bytes[i + 1]) << 4) | HexToInt((char)bytes[i + 2]));
                    i += 2;
                }
                else if (value == '+')
                {
                    value = (byte)' ';
                }

                decoded[length++] = value;
            }

            return Cut(decoded, length);
        }

        /// <summary>Decodes.</summary>
        public static byte[] UrlDecodeToBytes(string str, Encoding e)
        {
            return UrlDecodeToBytes(e.GetBytes(str));
        }

        /// <summary>Decodes.</summary>
        public static byte[] UrlDecodeToBytes(string str)
        {
            return UrlDecodeToBytes(str, Encoding.UTF8);
        }

        /// <summary>Decodes bytes.</summary>
        public static byte[] UrlDecodeToBytes(byte[] bytes)
        {
            return UrlDecodeToBytes(bytes, 0, bytes.Length);
        }

        /// <summary>Value of a hexadecimal digit, -1 for anything else.</summary>
        public static int HexToInt(char h)
        {
            return h >= '0' && h <= '9' ? h - '0'
                : h >= 'a' && h <= 'f' ? h - 'a' + 10
                : h >= 'A' && h <= 'F' ? h - 'A' + 10 : -1;
        }

        private static bool IsSafe(char c)
        {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '~' || c == '-' || c == '.' || c == '_';
        }

        private static byte HexDigit(int value)
        {
            return (byte)(value < 10 ? '0' + value : 'A' + value - 10);
        }

        private static byte[] Cut(byte[] bytes, int length)
        {
            byte[] cut = new byte[length];
            Array.Copy(bytes, 0, cut, 0, length);
            return cut;
        }

        private static string Text(byte[] bytes, Encoding encoding)
        {
            return new string(encoding.GetChars(bytes));
        }
    }
}
