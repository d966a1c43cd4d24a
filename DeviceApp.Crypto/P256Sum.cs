namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>u1 · G + u2 · Q on P-256.</summary>
    internal static class P256Sum
    {
        /// <summary>The sum; null where it is infinity.</summary>
        /// <param name="p">The field.</param>
        /// <param name="x">Q's x times R.</param>
        /// <param name="y">Q's y times R.</param>
        /// <param name="steps">Stand for u1 and u2.</param>
        public static long[] Of(Modulus p, long[] x, long[] y, int[] steps)
        {
            var one = P256Field.Product(One(), P256Numbers.RSquaredModP());
            p.Canonical(one);
            var keys = P256KeyTable.Of(p, x, y, one);
            var bases = P256BasePoints.Table();
            long[] point = null;
            for (var at = 0; ; at++)
            {
                if (point == null)
                {
                    // Infinity stays infinity when it is doubled, and becomes what is added.
                    if (steps[at] < 0)
                    {
                        return null;
                    }

                    point = Addend(p, steps[at], bases, keys, one);
                    at++;
                }

                at = P256Ladder.Run(point, steps, at, bases, keys);
                if (steps[at] < 0)
                {
                    return point;
                }

                // The formulas for an addition fail where the points are equal, or each other's negative. Here they have the same x.
                var addend = Addend(p, steps[at], bases, keys, one);
                if (HaveSameY(p, point, addend))
                {
                    P256Point.Double(addend);
                    point = addend;
                }
                else
                {
                    point = null;
                }
            }
        }

        /// <summary>Whether a point's x modulo n is r, which is x = r or, where that is below p, x = r + n: r · Z² is compared with X.</summary>
        public static bool HasX(Modulus p, Modulus n, long[] point, long[] r)
        {
            var square = P256Field.Product(P256Point.Part(point, P256Point.Z), P256Point.Part(point, P256Point.Z));
            var x = p.Canonical(P256Point.Part(point, 0));
            if (IsScaled(p, r, square, x))
            {
                return true;
            }

            // r + n < p, without leaving what Modulus takes.
            return Limbs.IsLess(r, p.Subtract(p.Value, n.Value)) && IsScaled(p, p.Add(r, n.Value), square, x);
        }

        private static bool IsScaled(Modulus p, long[] number, long[] square, long[] x)
        {
            var scaled = P256Field.Product(P256Field.Product(number, P256Numbers.RSquaredModP()), square);
            return Limbs.AreEqual(p.Canonical(scaled), x);
        }

        private static long[] Addend(Modulus p, int step, int[] bases, int[] keys, long[] one)
        {
            var table = (step & P256Steps.OfKey) != 0 ? keys : bases;
            var x = p.Canonical(Coordinate(table, step >> P256Steps.OffsetShift));
            var y = p.Canonical(Coordinate(table, (step >> P256Steps.OffsetShift) + Limbs.Count));
            return P256Point.Of(x, (step & P256Steps.Negative) != 0 ? p.Subtract(new long[Limbs.Count], y) : y, one);
        }

        // The addend's Z is 1.
        private static bool HaveSameY(Modulus p, long[] point, long[] addend)
        {
            var z = P256Point.Part(point, P256Point.Z);
            var scaled = P256Field.Product(P256Field.Product(z, z), P256Field.Product(z, P256Point.Part(addend, P256Point.Y)));
            return Limbs.AreEqual(p.Canonical(scaled), p.Canonical(P256Point.Part(point, P256Point.Y)));
        }

        private static long[] Coordinate(int[] table, int offset)
        {
            var limbs = new long[Limbs.Count];
            for (var i = 0; i < Limbs.Count; i++)
            {
                limbs[i] = table[offset + i];
            }

            return limbs;
        }

        private static long[] One()
        {
            var one = new long[Limbs.Count];
            one[0] = 1;
            return one;
        }
    }
}
