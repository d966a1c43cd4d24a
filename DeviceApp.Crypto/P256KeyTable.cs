namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>
    /// The odd multiples Q, 3Q … 15Q of a key as affine points. They are computed on an isomorphic curve, on which 2Q is
    /// affine, so that each is a cheap addition; one inversion brings all of them back.
    /// </summary>
    internal static class P256KeyTable
    {
        private const int Points = 8;

        /// <summary>The table; 576 bytes of heap. Coordinates are between -p and 2p, their highest limb with the sign.</summary>
        /// <param name="p">The field.</param>
        /// <param name="x">The key's x times R.</param>
        /// <param name="y">The key's y times R.</param>
        /// <param name="one">R modulo p.</param>
        public static int[] Of(Modulus p, long[] x, long[] y, long[] one)
        {
            var twiceY = p.Add(y, y);
            var twice = P256Point.Of(x, twiceY, one);
            P256Point.Double(twice);
            var added = new int[P256Steps.PointLimbs];
            Store(p.Canonical(P256Point.Part(twice, 0)), added, 0);
            Store(p.Canonical(P256Point.Part(twice, P256Point.Y)), added, Limbs.Count);
            var z = P256Point.Part(twice, P256Point.Z);
            var square = P256Field.Product(z, z);
            var table = new int[Points * P256Steps.PointLimbs];
            Store(x, table, 0);
            Store(twiceY, table, Limbs.Count);

            // Q ± 2Q and so on have no x in common: the group's order is a prime above 17.
            var steps = new[] { 0, P256Steps.Stop };
            var points = new long[Points][];
            points[0] = P256Point.Of(P256Field.Product(x, square), P256Field.Product(twiceY, P256Field.Product(square, z)), one);
            for (var i = 1; i < Points; i++)
            {
                points[i] = (long[])points[i - 1].Clone();
                P256Ladder.Run(points[i], steps, 0, added, null);
            }

            var product = p.Canonical(P256Field.Product(P256Point.Part(points[Points - 1], P256Point.Z), z));
            var inverse = P256Field.Product(LehmerInverse.Of(p.Value, product), P256Numbers.RCubedModP());
            for (var i = Points - 1; i > 0; i--)
            {
                square = P256Field.Product(inverse, inverse);
                Store(P256Field.Product(P256Point.Part(points[i], 0), square), table, i * P256Steps.PointLimbs);
                Store(P256Field.Product(P256Point.Part(points[i], P256Point.Y), P256Field.Product(square, inverse)), table, (i * P256Steps.PointLimbs) + Limbs.Count);
                inverse = P256Field.Product(P256Point.Part(points[i], P256Point.Growth), inverse);
            }

            return table;
        }

        private static void Store(long[] number, int[] table, int offset)
        {
            for (var i = 0; i < Limbs.Count; i++)
            {
                table[offset + i] = (int)number[i];
            }
        }
    }
}
