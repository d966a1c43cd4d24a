namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>
    /// Numbers of up to 261 bits as nine limbs of 29 bits, the lowest first: nine products of two limbs, and as many again,
    /// fit into a long. All numbers here are public: nothing takes the same time for each of them.
    /// </summary>
    internal static class Limbs
    {
        /// <summary>Limbs of a number.</summary>
        public const int Count = 9;

        /// <summary>Bits of a limb.</summary>
        public const int Bits = 29;

        /// <summary>A limb of ones.</summary>
        public const int Mask = (1 << Bits) - 1;

        /// <summary>Reads a number, its most significant byte first.</summary>
        /// <param name="bytes">Holds it.</param>
        /// <param name="offset">Where it begins.</param>
        /// <param name="length">Its bytes: up to 32.</param>
        public static long[] FromBytes(byte[] bytes, int offset, int length)
        {
            var limbs = new long[Count];
            long filled = 0;
            var bits = 0;
            var limb = 0;
            for (var at = offset + length - 1; at >= offset; at--)
            {
                filled |= (long)bytes[at] << bits;
                bits += 8;
                if (bits >= Bits)
                {
                    limbs[limb++] = filled & Mask;
                    filled >>= Bits;
                    bits -= Bits;
                }
            }

            limbs[limb] = filled;
            return limbs;
        }

        /// <summary>Whether the number is 0. Limbs must be 0 to 2^29 - 1.</summary>
        public static bool IsZero(long[] limbs)
        {
            for (var i = 0; i < Count; i++)
            {
                if (limbs[i] != 0)
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Whether one number is smaller than another. Limbs must be 0 to 2^29 - 1.</summary>
        public static bool IsLess(long[] limbs, long[] than)
        {
            for (var i = Count - 1; i >= 0; i--)
            {
                if (limbs[i] != than[i])
                {
                    return limbs[i] < than[i];
                }
            }

            return false;
        }

        /// <summary>Whether two numbers are equal. Limbs must be 0 to 2^29 - 1.</summary>
        public static bool AreEqual(long[] first, long[] second)
        {
            return !IsLess(first, second) && !IsLess(second, first);
        }
    }
}
