using SecureEsp.DeviceApp.Crypto;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>ECDSA on P-256 over SHA-256, as <c>openssl dgst -sha256 -sign</c> makes it. Not thread-safe.</summary>
    public sealed class EcdsaScheme : ISignatureScheme
    {
        private readonly Sha256 _sha256 = new Sha256();

        /// <inheritdoc/>
        public byte[] Hash(byte[] bytes, int offset, int count)
        {
            var hash = new byte[Sha256.HashBytes];
            _sha256.Reset();
            _sha256.Append(bytes, offset, count);
            _sha256.Finish(hash, 0);
            return hash;
        }

        /// <inheritdoc/>
        public bool IsPublicKey(byte[] publicKey)
        {
            return EcdsaP256.IsPublicKey(publicKey);
        }

        /// <inheritdoc/>
        public bool Verify(byte[] publicKey, byte[] hash, byte[] bytes, int offset, int count)
        {
            return EcdsaP256.Verify(publicKey, hash, bytes, offset, count);
        }
    }
}
