using System;

namespace nanoFramework.M2Mqtt.Codec
{
    /// <summary>Seven bits a byte, least significant first, at most four bytes (OASIS MQTT 5.0, 1.5.5).</summary>
    internal static class VariableByteInteger
    {
        internal const int Maximum = 268435455;

        internal static int Size(int value)
        {
            return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : 4;
        }

        /// <summary>Writes the value at the index and returns the index after it.</summary>
        internal static int Encode(int value, byte[] buffer, int index)
        {
            if (value < 0 || value > Maximum)
            {
                throw new ArgumentOutOfRangeException("value");
            }

            while (value > 0x7F)
            {
                buffer[index++] = (byte)((value & 0x7F) | 0x80);
                value >>= 7;
            }

            buffer[index++] = (byte)value;
            return index;
        }
    }
}
