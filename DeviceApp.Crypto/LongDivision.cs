namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>What <see cref="LehmerInverse"/> does where one number is far larger than the other, or has the same highest bits: one digit of a long division.</summary>
    internal static class LongDivision
    {
        /// <summary>Takes a multiple of the smaller of f and g from the larger, and adds as many times its cofactor to the other.</summary>
        /// <param name="f">Not 0, no multiple of g.</param>
        /// <param name="g">Not 0, no multiple of f.</param>
        /// <param name="d">f's cofactor.</param>
        /// <param name="e">g's cofactor.</param>
        /// <param name="length">Limbs of the larger: 2 or more.</param>
        public static void Step(long[] f, long[] g, long[] d, long[] e, int length)
        {
            if (Limbs.IsLess(f, g))
            {
                Step(g, f, e, d, length);
                return;
            }

            var lengthOfG = length;
            while (g[lengthOfG - 1] == 0)
            {
                lengthOfG--;
            }

            // The highest 58 bits of both, g shifted by whole limbs.
            var shift = length - lengthOfG;
            var x = (f[length - 1] << Limbs.Bits) | f[length - 2];
            var y = (g[lengthOfG - 1] << Limbs.Bits) | (lengthOfG > 1 ? g[lengthOfG - 2] : 0);
            long quotient = 1;
            if (x > y)
            {
                quotient = x / (y + 1);
            }
            else if (shift > 0)
            {
                shift--;
                quotient = x / ((y >> Limbs.Bits) + 1);
            }

            // Not too large, since what is cut off counts as 0 in x and as 1 in y; too small by little, which the next step makes good.
            SubtractMultiple(f, g, quotient, shift);
            SubtractMultiple(d, e, -quotient, shift);
        }

        /// <summary>number - quotient · other · 2^(29 · shift), which must not be below 0 nor of more than nine limbs. In its place.</summary>
        public static void SubtractMultiple(long[] number, long[] other, long quotient, int shift)
        {
            long rest = 0;
            for (var i = shift; i < Limbs.Count; i++)
            {
                rest += number[i] - (quotient * other[i - shift]);
                number[i] = rest & Limbs.Mask;
                rest >>= Limbs.Bits;
            }
        }
    }
}
