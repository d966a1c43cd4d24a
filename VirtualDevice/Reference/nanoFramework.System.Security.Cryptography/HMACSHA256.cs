using System.Runtime.CompilerServices;

namespace System.Security.Cryptography
{
    /// <summary>HMAC (RFC 2104) with SHA-256, over a whole message at once.</summary>
    public class HMACSHA256 : IDisposable
    {
        private byte[] _keyValue;
        private byte[] _hashValue;
        private bool _disposed;

        /// <summary>With a random key of 64 bytes.</summary>
        public HMACSHA256()
        {
            _keyValue = new byte[64];
            new Random().NextBytes(_keyValue);
        }

        /// <summary>With a key of any length, which is not copied and is cleared by <see cref="Dispose()"/>.</summary>
        /// <exception cref="ArgumentNullException">No key.</exception>
        public HMACSHA256(byte[] key)
        {
            _keyValue = key ?? throw new ArgumentNullException();
        }

        /// <summary>A copy of the last result.</summary>
        /// <exception cref="ObjectDisposedException">The object is disposed.</exception>
        public byte[] Hash
        {
            get
            {
                EnsureNotDisposed();
                return (byte[])_hashValue.Clone();
            }
        }

        /// <summary>The key, copied both ways.</summary>
        public byte[] Key
        {
            get => (byte[])_keyValue.Clone();
            set => _keyValue = (byte[])value.Clone();
        }

        /// <summary>The code of a message.</summary>
        /// <exception cref="ArgumentNullException">No message or key.</exception>
        public static byte[] HashData(byte[] key, byte[] source) => HashCore(key, source);

        /// <summary>The code of a message.</summary>
        /// <exception cref="ArgumentNullException">No message.</exception>
        /// <exception cref="ObjectDisposedException">The object is disposed.</exception>
        public byte[] ComputeHash(byte[] buffer)
        {
            EnsureNotDisposed();
            _hashValue = HashCore(_keyValue, buffer);
            return (byte[])_hashValue.Clone();
        }

        /// <summary>Clears the key.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Clears the key.</summary>
        /// <param name="disposing">False when called from a finalizer.</param>
        protected void Dispose(bool disposing)
        {
            if (!disposing)
            {
                return;
            }

            if (_keyValue != null)
            {
                Array.Clear(_keyValue, 0, _keyValue.Length);
            }

            _keyValue = null;
            _disposed = true;
        }

        private void EnsureNotDisposed()
        {
            if (_disposed)
            {
                throw new ObjectDisposedException();
            }
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern byte[] HashCore(byte[] key, byte[] source);
    }
}
