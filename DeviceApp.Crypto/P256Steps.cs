namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>
    /// What <see cref="P256Ladder"/> does for u1 · G + u2 · Q: an int for each step, which is a number of doublings and the
    /// addition of a point. Both scalars are in non-adjacent form with windows: every digit is odd, or 0 where no point is
    /// added.
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

        // Scalars below 2^256 have at most one digit more than bits.
        private const int Digits = 257;
        private const int MostSteps = (Digits / BaseWidth) + (Digits / KeyWidth) + 3;

        /// <summary>The steps for two scalars below n. The first adds to infinity.</summary>
        public static int[] For(long[] u1, long[] u2)
        {
            var ofBase = NonAdjacentForm(u1, BaseWidth);
            var ofKey = NonAdjacentForm(u2, KeyWidth);
            var steps = new int[MostSteps];
            var count = 0;
            var doublings = 0;
            for (var i = Digits - 1; i >= 0; i--)
            {
                int digit = ofKey[i];
                if (digit != 0)
                {
                    steps[count++] = doublings | OfKey | Addition(digit);
                    doublings = 0;
                }

                digit = ofBase[i];
                if (digit != 0)
                {
                    steps[count++] = doublings | Addition(digit);
                    doublings = 0;
                }

                doublings++;
            }

            // The doubling after the lowest digit is one too many.
            steps[count] = (doublings - 1) | Stop;
            return steps;
        }

        private static int Addition(int digit)
        {
            return digit < 0 ? Negative | ((-digit >> 1) * PointLimbs << OffsetShift) : (digit >> 1) * PointLimbs << OffsetShift;
        }

        private static sbyte[] NonAdjacentForm(long[] scalar, int width)
        {
            var digits = new sbyte[Digits];
            var carry = 0;
            var i = 0;
            var limb = 0;
            var shift = 0;
            while (i < Digits)
            {
                var bits = scalar[limb] >> shift;
                if (shift > Limbs.Bits - width && limb < Limbs.Count - 1)
                {
                    bits |= scalar[limb + 1] << (Limbs.Bits - shift);
                }

                var window = (int)bits & ((1 << width) - 1);
                var passed = 1;
                if (((window + carry) & 1) != 0)
                {
                    window += carry;
                    carry = window >> (width - 1);
                    digits[i] = (sbyte)(window - (carry << width));
                    passed = width;
                }

                i += passed;
                shift += passed;
                if (shift >= Limbs.Bits)
                {
                    shift -= Limbs.Bits;
                    limb++;
                }
            }

            return digits;
        }
    }
}
