namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>Numbers of the field of P-256 whose limbs may be of either sign and which may be a few times p.</summary>
    internal static class P256Field
    {
        /// <summary>Whether a number is a multiple of p. Limbs of 29 bits but for the highest; up to 12 times p, on either side of 0.</summary>
        public static bool IsZero(long h0, long h1, long h2, long h3, long h4, long h5, long h6, long h7, long h8)
        {
            // The number less k times p = 2^256 - 2^224 + 2^192 + 2^96 - 1, limb by limb.
            var k = h0 < 1 << (Limbs.Bits - 1) ? -h0 : (1 << Limbs.Bits) - h0;
            var rest = (h0 + k) >> Limbs.Bits;
            return Next(ref rest, h1) && Next(ref rest, h2) && Next(ref rest, h3 - (k << 9)) && Next(ref rest, h4) && Next(ref rest, h5)
                && Next(ref rest, h6 - (k << 18)) && Next(ref rest, h7 + (k << 21)) && rest + h8 - (k << 24) == 0;
        }

        /// <summary>Product / R, in an array of its own: see <see cref="P256Product.Multiply"/>.</summary>
        public static long[] Product(long[] first, long[] second)
        {
            var product = new long[Limbs.Count];
            P256Product.Multiply(first, second, product);
            return product;
        }

        private static bool Next(ref long rest, long limb)
        {
            rest += limb;
            if ((rest & Limbs.Mask) != 0)
            {
                return false;
            }

            rest >>= Limbs.Bits;
            return true;
        }
    }
}
