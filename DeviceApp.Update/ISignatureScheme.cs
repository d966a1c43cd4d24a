namespace SecureEsp.DeviceApp.Update
{
    /// <summary>What signs bundles and key sets: ECDSA on P-256 over SHA-256.</summary>
    public interface ISignatureScheme
    {
        /// <summary>SHA-256, 32 bytes.</summary>
        byte[] Hash(byte[] bytes, int offset, int count);

        /// <summary>Whether 65 bytes are a key: an uncompressed point on the curve.</summary>
        bool IsPublicKey(byte[] publicKey);

        /// <summary>Whether a signature is right. Never throws for any bytes: what cannot be a signature or a key is not right.</summary>
        /// <param name="publicKey">Uncompressed point, 65 bytes (SEC 1 section 2.3.3).</param>
        /// <param name="hash">SHA-256 of what was signed.</param>
        /// <param name="bytes">Holds the signature in DER (RFC 3279 section 2.2.3).</param>
        /// <param name="offset">Where it starts.</param>
        /// <param name="count">How many bytes it has.</param>
        bool Verify(byte[] publicKey, byte[] hash, byte[] bytes, int offset, int count);
    }
}
