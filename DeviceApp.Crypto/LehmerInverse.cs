namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>
    /// The inverse modulo a prime by Lehmer's form of Euclid's algorithm (Knuth, The Art of Computer Programming, volume 2, 4.5.2): many
    /// divisions are done on the highest bits alone, and what they amount to is then done at once to the whole numbers.
    /// </summary>
    /// <remarks>
    /// Two numbers f and g, at first the prime and the number, come with cofactors d and e: f = -d · number and g = e · number modulo the
    /// prime, and f · e + g · d = prime. None is ever negative and f and g never 0, so d and e never pass the prime.
    /// </remarks>
    internal static class LehmerInverse
    {
        // Of heads of 62 bits: no factor passes 2^62 / Least then, and what a head lacks cannot bring a rest that is not below Least to 0.
        private const long Least = 1L << 31;

        /// <summary>The inverse: number · inverse = 1 modulo the prime.</summary>
        /// <param name="prime">Of 256 bits.</param>
        /// <param name="number">Not 0, below the prime.</param>
        public static long[] Of(long[] prime, long[] number)
        {
            var f = (long[])prime.Clone();
            var g = (long[])number.Clone();
            var d = new long[Limbs.Count];
            var e = new long[Limbs.Count];
            e[0] = 1;
            var length = Limbs.Count;
            var cofactorLength = 1;
            while (true)
            {
                // Of the larger of f and g.
                while ((f[length - 1] | g[length - 1]) == 0)
                {
                    length--;
                }

                long x = f[0], y = g[0], least = 1;
                if (length > 1)
                {
                    var shift = HeadShift(f[length - 1] | g[length - 1]);
                    x = Head(f, length, shift);
                    y = Head(g, length, shift);
                    least = Least;
                }

                // x becomes the head of u0 · f - v0 · g, y that of v1 · g - u1 · f.
                long u0 = 1, v0 = 0, u1 = 0, v1 = 1;
                while (y >= least)
                {
                    var quotient = x / y;
                    var rest = x - (quotient * y);
                    if (rest < least)
                    {
                        break;
                    }

                    x = rest;
                    u0 += quotient * u1;
                    v0 += quotient * v1;
                    quotient = y / x;
                    rest = y - (quotient * x);
                    if (rest < least)
                    {
                        break;
                    }

                    y = rest;
                    u1 += quotient * u0;
                    v1 += quotient * v0;
                }

                if (length == 1)
                {
                    // No rest is left: one of both is 1.
                    Transform(d, e, cofactorLength, u0, v0, u1, v1);
                    return y == 1 ? e : Difference(prime, d);
                }

                if (v0 != 0 || u1 != 0)
                {
                    Transform(f, g, length, u0, -v0, -u1, v1);
                    cofactorLength = Transform(d, e, cofactorLength, u0, v0, u1, v1);
                }
                else if (IsOne(g))
                {
                    return e;
                }
                else if (IsOne(f))
                {
                    return Difference(prime, d);
                }
                else
                {
                    // Heads are too short for the first quotient.
                    LongDivision.Step(f, g, d, e, length);
                    cofactorLength = Limbs.Count;
                }
            }
        }

        // How far heads are shifted so that the larger has 62 bits, or a few less.
        private static int HeadShift(long limb)
        {
            var shift = 62 - (2 * Limbs.Bits);
            if (limb < 1 << 13)
            {
                limb <<= 16;
                shift += 16;
            }

            if (limb < 1 << 21)
            {
                limb <<= 8;
                shift += 8;
            }

            if (limb < 1 << 25)
            {
                shift += 4;
            }

            return shift > Limbs.Bits ? Limbs.Bits : shift;
        }

        private static long Head(long[] number, int length, int shift)
        {
            var head = ((number[length - 1] << Limbs.Bits) | number[length - 2]) << shift;
            return length > 2 ? head | (number[length - 3] >> (Limbs.Bits - shift)) : head;
        }

        // (first, second) becomes (u0 first + v0 second, u1 first + v1 second), which are not below 0. Factors are below 2^31.
        private static int Transform(long[] first, long[] second, int length, long u0, long v0, long u1, long v1)
        {
            long mask = Limbs.Mask, a = 0, b = 0;
            for (var i = 0; i < length; i++)
            {
                long x = first[i], y = second[i];
                a += (u0 * x) + (v0 * y);
                b += (u1 * x) + (v1 * y);
                first[i] = a & mask;
                second[i] = b & mask;
                a >>= Limbs.Bits;
                b >>= Limbs.Bits;
            }

            for (; (a | b) != 0; length++)
            {
                first[length] = a & mask;
                second[length] = b & mask;
                a >>= Limbs.Bits;
                b >>= Limbs.Bits;
            }

            return length;
        }

        private static bool IsOne(long[] number)
        {
            for (var i = 1; i < Limbs.Count; i++)
            {
                if (number[i] != 0)
                {
                    return false;
                }
            }

            return number[0] == 1;
        }

        private static long[] Difference(long[] number, long[] less)
        {
            var difference = (long[])number.Clone();
            LongDivision.SubtractMultiple(difference, less, 1, 0);
            return difference;
        }
    }
}
