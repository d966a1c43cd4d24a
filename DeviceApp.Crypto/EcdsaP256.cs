namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>
    /// Verifies ECDSA signatures (FIPS 186-5, 6.4.2) on the curve P-256 over SHA-256, as
    /// <c>openssl dgst -sha256 -sign</c> makes them. All that it handles is public: its time depends on it. No input makes it
    /// throw or run without end.
    /// </summary>
    public static class EcdsaP256
    {
        /// <summary>Bytes of a public key: 4, x, y (SEC 1, 2.3.3, not compressed).</summary>
        public const int PublicKeyBytes = 65;

        /// <summary>Bytes of a hash.</summary>
        public const int HashBytes = 32;

        /// <summary>Longest signature, in bytes.</summary>
        public const int MaxSignatureBytes = 72;

        private const int CoordinateBytes = 32;
        private const byte Uncompressed = 4;

        /// <summary>Whether a signature is one of this key over this hash.</summary>
        /// <param name="publicKey65">The key: 65 bytes, a point on the curve.</param>
        /// <param name="hash32">SHA-256 of the message: 32 bytes.</param>
        /// <param name="derSignature">Holds the signature, in DER.</param>
        /// <param name="offset">Where it begins.</param>
        /// <param name="length">Its length: all of it must be the signature.</param>
        /// <returns>False also where anything has another form than it must have.</returns>
        public static bool Verify(byte[] publicKey65, byte[] hash32, byte[] derSignature, int offset, int length)
        {
            if (publicKey65 == null || hash32 == null || derSignature == null || hash32.Length != HashBytes
                || offset < 0 || length < 0 || length > MaxSignatureBytes || length > derSignature.Length - offset)
            {
                return false;
            }

            var der = new DerSignature();
            if (!der.Read(derSignature, offset, length))
            {
                return false;
            }

            var n = new Modulus(P256Numbers.N(), P256Numbers.NegativeInverseOfN);
            var r = Limbs.FromBytes(derSignature, der.ROffset, der.RLength);
            var s = Limbs.FromBytes(derSignature, der.SOffset, der.SLength);
            if (Limbs.IsZero(r) || Limbs.IsZero(s) || !Limbs.IsLess(r, n.Value) || !Limbs.IsLess(s, n.Value))
            {
                return false;
            }

            var p = Field();
            var key = ReadPoint(p, publicKey65);
            if (key == null)
            {
                return false;
            }

            // R / s: a product with it is a quotient by s. A hash may be above n.
            var inverse = n.Multiply(LehmerInverse.Of(n.Value, s), P256Numbers.RSquaredModN());
            var u1 = n.Multiply(n.Reduce(Limbs.FromBytes(hash32, 0, HashBytes)), inverse);
            var u2 = n.Multiply(r, inverse);
            var point = P256Sum.Of(p, key[0], key[1], P256Steps.For(n.Value, u1, u2));
            return point != null && P256Sum.HasX(p, n, point, r);
        }

        /// <summary>Whether these bytes are a public key: 4, x and y below p, and y² = x³ - 3x + b. The curve has no other subgroup.</summary>
        public static bool IsPublicKey(byte[] publicKey65)
        {
            return publicKey65 != null && ReadPoint(Field(), publicKey65) != null;
        }

        private static Modulus Field()
        {
            return new Modulus(P256Numbers.P(), 1);
        }

        // x and y times R; null where it is no point of the curve.
        private static long[][] ReadPoint(Modulus p, byte[] bytes)
        {
            if (bytes.Length != PublicKeyBytes || bytes[0] != Uncompressed)
            {
                return null;
            }

            var x = Limbs.FromBytes(bytes, 1, CoordinateBytes);
            var y = Limbs.FromBytes(bytes, 1 + CoordinateBytes, CoordinateBytes);
            if (!Limbs.IsLess(x, p.Value) || !Limbs.IsLess(y, p.Value))
            {
                return null;
            }

            x = p.Canonical(P256Field.Product(x, P256Numbers.RSquaredModP()));
            y = p.Canonical(P256Field.Product(y, P256Numbers.RSquaredModP()));
            var cube = p.Canonical(P256Field.Product(P256Field.Product(x, x), x));
            var right = p.Add(p.Subtract(cube, p.Add(p.Add(x, x), x)), P256Numbers.B());
            return Limbs.AreEqual(p.Canonical(P256Field.Product(y, y)), right) ? new[] { x, y } : null;
        }
    }
}
