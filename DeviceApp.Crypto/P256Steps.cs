namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>
    /// What <see cref="P256Ladder"/> does for u1 · G + u2 · Q: an int for each step, which is a number of doublings and the
    /// addition of a point. Both scalars are in non-adjacent form with windows.
    /// </summary>
    internal static class P256Steps
    {
        /// <summary>The bits that tell how many doublings come first.</summary>
        public const int Doublings = 511;

        /// <summary>Set where the point is one of the key's.</summary>
        public const int OfKey = 512;

        /// <summary>Set where the point is subtracted.</summary>
        public const int Negative = 1024;

        /// <summary>Set in the last step: nothing is added.</summary>
        public const int Stop = int.MinValue;

        /// <summary>Where the point's place in its table begins.</summary>
        public const int OffsetShift = 12;

        /// <summary>Numbers of a point in a table.</summary>
        public const int PointLimbs = 2 * Limbs.Count;

        /// <summary>Window of u1: 64 points.</summary>
        public const int BaseWidth = 8;

        /// <summary>Window of u2: 8 points.</summary>
        public const int KeyWidth = 5;

        /// <summary>The steps for two scalars. The first adds to infinity, its doublings do not count.</summary>
        /// <param name="n">The group's order.</param>
        /// <param name="u1">Below n.</param>
        /// <param name="u2">Below n.</param>
        public static int[] For(long[] n, long[] u1, long[] u2)
        {
            var ofBase = NonAdjacentForm.Of(n, u1, BaseWidth, 0);
            var ofKey = NonAdjacentForm.Of(n, u2, KeyWidth, OfKey);
            var atBase = ofBase[0];
            var atKey = ofKey[0];
            var steps = new int[atBase + atKey + 1];
            var count = 0;
            var position = Doublings;

            // The lowest bits of a digit are its position: of two, the higher comes first.
            while (atBase + atKey > 0)
            {
                int digit;
                if (atKey == 0 || (atBase > 0 && (ofBase[atBase] & Doublings) > (ofKey[atKey] & Doublings)))
                {
                    digit = ofBase[atBase--];
                }
                else
                {
                    digit = ofKey[atKey--];
                }

                var next = digit & Doublings;
                steps[count++] = digit - next + (position - next);
                position = next;
            }

            steps[count] = position | Stop;
            return steps;
        }
    }
}
