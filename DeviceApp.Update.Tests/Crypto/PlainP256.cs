namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>ECDSA verification on P-256 by the book: affine points, one inversion for each addition.</summary>
    internal static class PlainP256
    {
        public static bool IsOnCurve(long[] x, long[] y)
        {
            var p = Field();
            if (!Limbs.IsLess(x, p.Value) || !Limbs.IsLess(y, p.Value))
            {
                return false;
            }

            x = p.Multiply(x, P256Numbers.RSquaredModP());
            y = p.Multiply(y, P256Numbers.RSquaredModP());
            var cube = p.Multiply(p.Multiply(x, x), x);
            var right = p.Add(p.Subtract(cube, p.Add(p.Add(x, x), x)), P256Numbers.B());
            return Limbs.AreEqual(p.Multiply(y, y), right);
        }

        public static bool Verify(long[] x, long[] y, long[] hash, long[] r, long[] s)
        {
            var p = Field();
            var n = new Modulus(P256Numbers.N(), P256Numbers.NegativeInverseOfN);
            var inverse = Inverse(n, n.Multiply(s, P256Numbers.RSquaredModN()), P256Numbers.RModN());
            var u1 = n.Multiply(n.Reduce(hash), inverse);
            var u2 = n.Multiply(r, inverse);
            var g = new[] { P256Numbers.GX(), P256Numbers.GY() };
            var q = new[] { p.Multiply(x, P256Numbers.RSquaredModP()), p.Multiply(y, P256Numbers.RSquaredModP()) };
            long[][] sum = null;
            for (var bit = 255; bit >= 0; bit--)
            {
                sum = Add(p, sum, sum);
                if (Bit(u1, bit))
                {
                    sum = Add(p, sum, g);
                }

                if (Bit(u2, bit))
                {
                    sum = Add(p, sum, q);
                }
            }

            return sum != null && Limbs.AreEqual(n.Reduce(p.Multiply(sum[0], One())), r);
        }

        // Null is the point at infinity.
        private static long[][] Add(Modulus p, long[][] a, long[][] b)
        {
            if (a == null || b == null)
            {
                return a ?? b;
            }

            long[] up;
            long[] down;
            if (!Limbs.AreEqual(a[0], b[0]))
            {
                up = p.Subtract(b[1], a[1]);
                down = p.Subtract(b[0], a[0]);
            }
            else if (Limbs.AreEqual(a[1], b[1]))
            {
                var three = p.Multiply(Small(3), P256Numbers.RSquaredModP());
                up = p.Subtract(p.Multiply(three, p.Multiply(a[0], a[0])), three);
                down = p.Add(a[1], a[1]);
            }
            else
            {
                return null;
            }

            var slope = p.Multiply(up, Inverse(p, down, p.Multiply(One(), P256Numbers.RSquaredModP())));
            var x = p.Subtract(p.Subtract(p.Multiply(slope, slope), a[0]), b[0]);
            return new[] { x, p.Subtract(p.Multiply(slope, p.Subtract(a[0], x)), a[1]) };
        }

        // Fermat: the power of m - 2, one being R modulo m. The lowest limb of both primes is above 2.
        public static long[] Inverse(Modulus m, long[] number, long[] one)
        {
            var exponent = (long[])m.Value.Clone();
            exponent[0] -= 2;
            var power = one;
            for (var bit = 255; bit >= 0; bit--)
            {
                power = m.Multiply(power, power);
                if (Bit(exponent, bit))
                {
                    power = m.Multiply(power, number);
                }
            }

            return power;
        }

        private static Modulus Field()
        {
            return new Modulus(P256Numbers.P(), 1);
        }

        private static long[] One()
        {
            return Small(1);
        }

        private static long[] Small(long value)
        {
            var limbs = new long[Limbs.Count];
            limbs[0] = value;
            return limbs;
        }

        private static bool Bit(long[] number, int bit)
        {
            return ((number[bit / Limbs.Bits] >> (bit % Limbs.Bits)) & 1) != 0;
        }
    }
}
