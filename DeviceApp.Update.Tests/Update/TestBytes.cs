using System;

namespace SecureEsp.DeviceApp.Tests.Update
{
    /// <summary>Bytes for tests.</summary>
    public static class TestBytes
    {
        /// <summary>From <c>01 02 FF</c>.</summary>
        public static byte[] Hex(string hex)
        {
            var bytes = new byte[(hex.Length + 1) / 3];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = Convert.ToByte(hex.Substring(3 * i, 2), 16);
            }

            return bytes;
        }

        /// <summary>Some bytes that differ from one another by <paramref name="seed"/>.</summary>
        public static byte[] Of(int length, int seed)
        {
            var bytes = new byte[length];
            for (var i = 0; i < length; i++)
            {
                bytes[i] = (byte)(seed + (31 * i));
            }

            return bytes;
        }

        public static byte[] Cut(byte[] bytes, int offset, int length)
        {
            var part = new byte[length];
            Array.Copy(bytes, offset, part, 0, length);
            return part;
        }

        public static byte[] Join(byte[] one, byte[] other)
        {
            var both = new byte[one.Length + other.Length];
            Array.Copy(one, both, one.Length);
            Array.Copy(other, 0, both, one.Length, other.Length);
            return both;
        }

        public static void Put32(byte[] bytes, int at, uint value)
        {
            for (var i = 0; i < 4; i++)
            {
                bytes[at + i] = (byte)(value >> (8 * i));
            }
        }
    }
}
