using System;
using System.Security.Cryptography;
using System.Text;

namespace SecureEsp.DeviceApp.Crypto
{
    /// <summary>
    /// Deciphers an update's payload while it is read: AES-128-CBC with PKCS#7 at its end (RFC 5652, 6.3), encrypted first and
    /// authenticated then. Nothing is deciphered before the MAC was found right, which covers the digests of the ciphertext;
    /// the caller has compared each piece with its digest. The pieces are one CBC message: the vector of each is the last
    /// block of the ciphertext before it (NIST SP 800-38A, 6.2).
    /// </summary>
    public sealed class PayloadDecryptor
    {
        /// <summary>Bytes of a block, of the vector and of a key.</summary>
        public const int BlockBytes = 16;

        /// <summary>Bytes of a MAC and of a digest.</summary>
        public const int MacBytes = 32;

        private const int SizeBytes = 4;

        private readonly byte[] _macKey;
        private readonly byte[] _vector;
        private readonly Aes _aes;
        private bool _isOpen;

        /// <summary>Ready for <see cref="Authenticate"/>.</summary>
        /// <param name="key">The device's or the group's key. Two are derived from it by HMAC-SHA-256, so that neither serves two purposes.</param>
        /// <param name="vector">The payload's initialisation vector: 16 bytes, another for each payload.</param>
        /// <exception cref="ArgumentException">The vector has another length, or the key is empty.</exception>
        public PayloadDecryptor(byte[] key, byte[] vector)
        {
            if (key.Length == 0 || vector.Length != BlockBytes)
            {
                throw new ArgumentException();
            }

            var cipherKey = new byte[BlockBytes];
            Array.Copy(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("SecureEsp payload encryption v1")), 0, cipherKey, 0, BlockBytes);
            _macKey = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("SecureEsp payload mac v1"));
            _vector = (byte[])vector.Clone();
            _aes = new Aes(CipherMode.CBC) { Key = cipherKey, IV = _vector };
        }

        /// <summary>Compares the MAC, in a time that does not tell how much of it is right: HMAC-SHA-256 over vector, size (4 bytes, the lowest first) and digests.</summary>
        /// <param name="size">Bytes of the ciphertext.</param>
        /// <param name="digests">The digests in the manifest, 32 bytes each.</param>
        /// <param name="mac">The MAC in the manifest.</param>
        /// <returns>False where key, vector, size, digests and MAC do not belong together.</returns>
        public bool Authenticate(int size, byte[][] digests, byte[] mac)
        {
            var bytes = new byte[BlockBytes + SizeBytes + (digests.Length * MacBytes)];
            Array.Copy(_vector, 0, bytes, 0, BlockBytes);
            for (var i = 0; i < SizeBytes; i++)
            {
                bytes[BlockBytes + i] = (byte)(size >> (8 * i));
            }

            _isOpen = false;
            for (var i = 0; i < digests.Length; i++)
            {
                if (digests[i].Length != MacBytes)
                {
                    return false;
                }

                Array.Copy(digests[i], 0, bytes, BlockBytes + SizeBytes + (i * MacBytes), MacBytes);
            }

            _isOpen = AreEqual(HMACSHA256.HashData(_macKey, bytes), mac);
            return _isOpen;
        }

        /// <summary>Deciphers the next piece.</summary>
        /// <param name="cipher">The piece: whole blocks, as they stand in the payload, from its beginning on without a gap.</param>
        /// <param name="isLast">Whether it ends the payload: its padding is taken off then, and no other may follow.</param>
        /// <returns>The plain text; null where it has another length, the padding is wrong, or it was not authenticated.</returns>
        public byte[] Decrypt(byte[] cipher, bool isLast)
        {
            if (!_isOpen || cipher.Length == 0 || cipher.Length % BlockBytes != 0)
            {
                return null;
            }

            _isOpen = !isLast;
            var plain = _aes.Decrypt(cipher);
            var vector = new byte[BlockBytes];
            Array.Copy(cipher, cipher.Length - BlockBytes, vector, 0, BlockBytes);
            _aes.IV = vector;
            return isLast ? WithoutPadding(plain) : plain;
        }

        // What authenticated the payload made its padding too: how it is wrong tells nobody anything.
        private static byte[] WithoutPadding(byte[] plain)
        {
            int padding = plain[plain.Length - 1];
            if (padding == 0 || padding > BlockBytes)
            {
                return null;
            }

            for (var i = plain.Length - padding; i < plain.Length; i++)
            {
                if (plain[i] != padding)
                {
                    return null;
                }
            }

            var content = new byte[plain.Length - padding];
            Array.Copy(plain, 0, content, 0, content.Length);
            return content;
        }

        private static bool AreEqual(byte[] first, byte[] second)
        {
            if (first.Length != second.Length)
            {
                return false;
            }

            var difference = 0;
            for (var i = 0; i < first.Length; i++)
            {
                difference |= first[i] ^ second[i];
            }

            return difference == 0;
        }
    }
}
