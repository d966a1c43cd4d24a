namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>Scalars as sums of few odd digits, positive and negative ones, times powers of two: non-adjacent form with windows.</summary>
    internal static class NonAdjacentForm
    {
        // Scalars are below 2^255, which may take one digit more than bits.
        private const int Positions = 256;

        /// <summary>
        /// How many digits there are, and each of them, from the lowest on: its position in the bits of <see cref="P256Steps.Doublings"/>, its
        /// sign and its place in the table of odd multiples as in a step.
        /// </summary>
        /// <param name="n">The order of the group: in place of u, u - n does as well.</param>
        /// <param name="scalar">Below n.</param>
        /// <param name="width">Bits of a window: a digit is below 2^(width - 1), and the next is as many bits further up, or more.</param>
        /// <param name="flags">Set in every digit.</param>
        public static int[] Of(long[] n, long[] scalar, int width, int flags)
        {
            // What is below n / 2 has one bit less.
            var rest = (long[])n.Clone();
            LongDivision.SubtractMultiple(rest, scalar, 1, 0);
            var negative = flags | P256Steps.Negative;
            if (Limbs.IsLess(rest, scalar))
            {
                scalar = rest;
                negative = flags;
                flags |= P256Steps.Negative;
            }

            var digits = new int[(Positions / width) + 2];
            var count = 0;
            var carry = 0;
            var limb = 0;
            var shift = 0;
            var mask = (1 << width) - 1;
            var position = 0;
            while (position < Positions)
            {
                var bits = scalar[limb] >> shift;
                if (shift > Limbs.Bits - width && limb < Limbs.Count - 1)
                {
                    bits |= scalar[limb + 1] << (Limbs.Bits - shift);
                }

                var passed = 1;
                var window = ((int)bits & mask) + carry;
                if ((window & 1) != 0)
                {
                    carry = window >> (width - 1);
                    var digit = window - (carry << width);
                    digits[++count] = position + (digit < 0
                        ? negative | ((-digit >> 1) * P256Steps.PointLimbs << P256Steps.OffsetShift)
                        : flags | ((digit >> 1) * P256Steps.PointLimbs << P256Steps.OffsetShift));
                    passed = width;
                }

                position += passed;
                shift += passed;
                if (shift >= Limbs.Bits)
                {
                    shift -= Limbs.Bits;
                    limb++;
                }
            }

            digits[0] = count;
            return digits;
        }
    }
}
