using System;

namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>A point of P-256 that is not infinity, in the form that <see cref="P256Ladder"/> works on: X, twice Y and Z.</summary>
    internal static class P256Point
    {
        /// <summary>Where twice Y stands.</summary>
        public const int Y = Limbs.Count;

        /// <summary>Where Z stands.</summary>
        public const int Z = 2 * Limbs.Count;

        /// <summary>Where the factor stands by which Z grew last.</summary>
        public const int Growth = 3 * Limbs.Count;

        private const int Numbers = 4 * Limbs.Count;

        /// <summary>The point with these coordinates and Z = 1.</summary>
        public static long[] Of(long[] x, long[] twiceY, long[] one)
        {
            var point = new long[Numbers];
            Array.Copy(x, 0, point, 0, Limbs.Count);
            Array.Copy(twiceY, 0, point, Y, Limbs.Count);
            Array.Copy(one, 0, point, Z, Limbs.Count);
            return point;
        }

        /// <summary>One of the four numbers.</summary>
        public static long[] Part(long[] point, int at)
        {
            var part = new long[Limbs.Count];
            Array.Copy(point, at, part, 0, Limbs.Count);
            return part;
        }

        /// <summary>The point's double, in its place.</summary>
        public static void Double(long[] point)
        {
            P256Ladder.Run(point, new[] { 1 | P256Steps.Stop }, 0, null, null);
        }
    }
}
