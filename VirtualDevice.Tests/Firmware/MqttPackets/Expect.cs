using System;
using System.Text;

namespace MqttPackets
{
    internal static class Expect
    {
        internal static void True(bool condition, string what)
        {
            if (!condition)
            {
                throw new Exception("not so: " + what);
            }
        }

        internal static void Equal(int expected, int actual, string what)
        {
            True(expected == actual, what + " is " + actual + ", expected " + expected);
        }

        internal static void Equal(string expected, string actual, string what)
        {
            True(expected == actual, what + " is " + actual + ", expected " + expected);
        }

        internal static string Hex(byte[] bytes)
        {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < bytes.Length; i++)
            {
                text.Append(bytes[i].ToString("X2"));
            }

            return text.ToString();
        }

        internal static byte[] Bytes(string hex)
        {
            byte[] bytes = new byte[hex.Length / 2];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = Convert.ToByte(hex.Substring(2 * i, 2), 16);
            }

            return bytes;
        }
    }
}
