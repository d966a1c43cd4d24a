using System.Runtime.CompilerServices;

namespace System.Security.Cryptography
{
    /// <summary>AES-128 (FIPS 197) over whole blocks of 16 bytes. Nothing is padded, and nothing tells a forgery.</summary>
    public class Aes
    {
        private byte[] _key;
        private byte[] _iv;

        /// <summary>A cipher; for CBC with a random initialisation vector.</summary>
        public Aes(CipherMode mode)
        {
            Mode = mode;
            if (mode == CipherMode.CBC)
            {
                _iv = new byte[16];
                GenerateIV();
            }
        }

        /// <summary>How blocks are chained.</summary>
        public CipherMode Mode { get; set; }

        /// <summary>The key: 16 bytes. The array itself, not a copy.</summary>
        public byte[] Key
        {
            get => _key;
            set => _key = value;
        }

        /// <summary>The initialisation vector: 16 bytes; only for CBC. It stays as it is from call to call.</summary>
        public byte[] IV
        {
            get => _iv;
            set => _iv = value;
        }

        /// <summary>Fills the initialisation vector with random bytes.</summary>
        public void GenerateIV()
        {
            new Random().NextBytes(_iv);
        }

        /// <summary>Enciphers.</summary>
        /// <param name="data">A multiple of 16 bytes.</param>
        /// <exception cref="ArgumentException">Data, key or vector have another length.</exception>
        /// <exception cref="NotSupportedException">No mode.</exception>
        public byte[] Encrypt(byte[] data)
        {
            return Mode switch
            {
                CipherMode.ECB => EncryptAesEcb(data),
                CipherMode.CBC => EncryptAesCbc(data),
                _ => throw new NotSupportedException(),
            };
        }

        /// <summary>Deciphers.</summary>
        /// <param name="data">A multiple of 16 bytes.</param>
        /// <exception cref="ArgumentException">Data, key or vector have another length.</exception>
        /// <exception cref="NotSupportedException">No mode.</exception>
        public byte[] Decrypt(byte[] data)
        {
            return Mode switch
            {
                CipherMode.ECB => DecryptAesEcb(data),
                CipherMode.CBC => DecryptAesCbc(data),
                _ => throw new NotSupportedException(),
            };
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern byte[] EncryptAesEcb(byte[] data);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern byte[] DecryptAesEcb(byte[] data);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern byte[] EncryptAesCbc(byte[] data);

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern byte[] DecryptAesCbc(byte[] data);
    }
}
