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

            var n = P256Numbers.N();
            var r = Limbs.FromBytes(derSignature, der.ROffset, der.RLength);
            var s = Limbs.FromBytes(derSignature, der.SOffset, der.SLength);
            if (Limbs.IsZero(r) || Limbs.IsZero(s) || !Limbs.IsLess(r, n) || !Limbs.IsLess(s, n))
            {
                return false;
            }

            var key = ReadPoint(publicKey65);
            return key != null && PlainP256.Verify(key[0], key[1], Limbs.FromBytes(hash32, 0, HashBytes), r, s);
        }

        /// <summary>Whether these bytes are a public key: 4, x and y below p, and y² = x³ - 3x + b. The curve has no other subgroup.</summary>
        public static bool IsPublicKey(byte[] publicKey65)
        {
            return publicKey65 != null && ReadPoint(publicKey65) != null;
        }

        // x and y; null where it is no point of the curve.
        private static long[][] ReadPoint(byte[] bytes)
        {
            if (bytes.Length != PublicKeyBytes || bytes[0] != Uncompressed)
            {
                return null;
            }

            var x = Limbs.FromBytes(bytes, 1, CoordinateBytes);
            var y = Limbs.FromBytes(bytes, 1 + CoordinateBytes, CoordinateBytes);
            return PlainP256.IsOnCurve(x, y) ? new[] { x, y } : null;
        }
    }
}
