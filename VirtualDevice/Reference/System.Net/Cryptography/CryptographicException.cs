namespace System.Security.Cryptography
{
    /// <summary>TLS could not be set up, or its handshake failed (System.Net native 100.2.0.14 and later).</summary>
    public class CryptographicException : Exception
    {
        // Set by the native side.
#pragma warning disable CS0649
        private readonly int _errorCode;
#pragma warning restore CS0649

        public CryptographicException()
        {
        }

        public CryptographicException(string message)
            : base(message)
        {
        }

        /// <summary>
        /// MBEDTLS_X509_BADCERT_* flags where the peer's certificate was refused; a negative mbedTLS error where the handshake failed
        /// otherwise; 1 to 13, a value of the firmware's SslError, where TLS could not be set up.
        /// </summary>
        public int ErrorCode => _errorCode;
    }
}
