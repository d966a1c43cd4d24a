namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// How a payload is encrypted: AES-128-CBC with PKCS#7 at its end, then authenticated. The signature covers all of this, and the
    /// digests cover the ciphertext; the MAC shows that the device's key is the right one before anything is decrypted with it.
    /// </summary>
    public sealed class PayloadEncryption
    {
        /// <summary>The only algorithm there is: AES-128-CBC, HMAC-SHA-256 over iv, size and page digests.</summary>
        public const int Aes128CbcHmac = 1;

        /// <summary>Size of a block and of the initialisation vector, in bytes.</summary>
        public const int BlockBytes = 16;

        /// <summary><see cref="Aes128CbcHmac"/>.</summary>
        public uint Algorithm;

        /// <summary>Name of the key, at most 32 bytes.</summary>
        public string KeyId;

        /// <summary>Initialisation vector, 16 bytes.</summary>
        public byte[] Iv;

        /// <summary>MAC, 32 bytes.</summary>
        public byte[] Mac;

        /// <summary>How long so many bytes become: PKCS#7 (RFC 5652 section 6.3) adds 1 to 16.</summary>
        public static int Padded(int bytes)
        {
            return ((bytes / BlockBytes) + 1) * BlockBytes;
        }
    }
}
