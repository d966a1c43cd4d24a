namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>
    /// Arithmetic modulo a 256-bit prime, for the few operations that are not worth unrolled code. Numbers are below the
    /// modulus. Products are Montgomery's, with R = 2^261: a · b / R.
    /// </summary>
    internal sealed class Modulus
    {
        private const int TopBits = 256 - (Limbs.Bits * (Limbs.Count - 1));

        private readonly long[] _value;
        private readonly long _negativeInverse;
        private readonly long[] _quotient = new long[Limbs.Count];

        /// <param name="value">The prime.</param>
        /// <param name="negativeInverse">-1 / value modulo 2^29.</param>
        public Modulus(long[] value, long negativeInverse)
        {
            _value = value;
            _negativeInverse = negativeInverse;
        }

        /// <summary>The prime.</summary>
        public long[] Value => _value;

        /// <summary>Product / R. A column's sum is at most 18 products of 58 bits and a carry: below 2^63.</summary>
        public long[] Multiply(long[] first, long[] second)
        {
            var result = new long[Limbs.Count];
            var value = _value;
            var quotient = _quotient;
            long sum = 0;
            for (var column = 0; column < Limbs.Count; column++)
            {
                for (var i = 0; i < column; i++)
                {
                    sum += (first[i] * second[column - i]) + (quotient[i] * value[column - i]);
                }

                sum += first[column] * second[0];
                var digit = ((sum & Limbs.Mask) * _negativeInverse) & Limbs.Mask;
                quotient[column] = digit;
                sum = (sum + (digit * value[0])) >> Limbs.Bits;
            }

            for (var column = Limbs.Count; column < (2 * Limbs.Count) - 1; column++)
            {
                for (var i = column - Limbs.Count + 1; i < Limbs.Count; i++)
                {
                    sum += (first[i] * second[column - i]) + (quotient[i] * value[column - i]);
                }

                result[column - Limbs.Count] = sum & Limbs.Mask;
                sum >>= Limbs.Bits;
            }

            result[Limbs.Count - 1] = sum;
            return Reduce(result);
        }

        /// <summary>A number of any sign, up to 40 times the modulus, modulo it. The array itself.</summary>
        public long[] Canonical(long[] number)
        {
            // Both primes are a little below 2^256: its multiples tell how often one goes into the number, or one time less.
            AddMultiple(number, -(number[Limbs.Count - 1] >> TopBits));
            if (number[Limbs.Count - 1] < 0)
            {
                AddMultiple(number, 1);
            }

            if (!Limbs.IsLess(number, _value))
            {
                AddMultiple(number, -1);
            }

            return number;
        }

        /// <summary>A number below twice the modulus, modulo it. The array itself.</summary>
        public long[] Reduce(long[] number)
        {
            return Limbs.IsLess(number, _value) ? number : Subtract(number, _value);
        }

        /// <summary>The sum of two numbers.</summary>
        public long[] Add(long[] first, long[] second)
        {
            var sum = new long[Limbs.Count];
            long carry = 0;
            for (var i = 0; i < Limbs.Count; i++)
            {
                carry += first[i] + second[i];
                sum[i] = carry & Limbs.Mask;
                carry >>= Limbs.Bits;
            }

            return Reduce(sum);
        }

        /// <summary>The difference of two numbers.</summary>
        public long[] Subtract(long[] first, long[] second)
        {
            var borrowed = Limbs.IsLess(first, second);
            var difference = new long[Limbs.Count];
            long carry = 0;
            for (var i = 0; i < Limbs.Count; i++)
            {
                carry += first[i] - second[i] + (borrowed ? _value[i] : 0);
                difference[i] = carry & Limbs.Mask;
                carry >>= Limbs.Bits;
            }

            return difference;
        }

        private void AddMultiple(long[] number, long times)
        {
            long carry = 0;
            for (var i = 0; i < Limbs.Count - 1; i++)
            {
                carry += number[i] + (times * _value[i]);
                number[i] = carry & Limbs.Mask;
                carry >>= Limbs.Bits;
            }

            number[Limbs.Count - 1] += carry + (times * _value[Limbs.Count - 1]);
        }
    }
}
