using System.Runtime.CompilerServices;

namespace System.Security.Cryptography.X509Certificates
{
    /// <summary>A certificate that may have its private key.</summary>
    public class X509Certificate2 : X509Certificate
    {
        // The native boundary reads these two fields.
        private readonly byte[] _privateKey;
        private readonly string _password;

        public X509Certificate2()
        {
        }

        public X509Certificate2(byte[] rawData)
            : base(rawData)
        {
        }

        public X509Certificate2(string certificate)
            : base(certificate)
        {
        }

        /// <summary>Certificate and key in PEM; the final 0 of each is added.</summary>
        /// <param name="rawData">The certificate, followed by its intermediates if any.</param>
        /// <param name="key">The private key.</param>
        /// <param name="password">Null for a key that is not encrypted.</param>
        /// <exception cref="ArgumentException">Not a certificate, not a key, or the wrong password.</exception>
        public X509Certificate2(string rawData, string key, string password)
            : this(WithFinalZero(rawData), WithFinalZero(key), password)
        {
        }

        public X509Certificate2(byte[] rawData, string key, string password)
            : this(rawData, WithFinalZero(key), password)
        {
        }

        /// <summary>DER, or PEM that ends in 0; this holds for the certificate and for the key.</summary>
        public X509Certificate2(byte[] rawData, byte[] key, string password)
            : base(rawData)
        {
            _privateKey = key;
            _password = password;
            DecodePrivateKeyNative(key, password);
        }

        public bool HasPrivateKey => _privateKey != null;

        public byte[] PrivateKey => _privateKey;

        /// <summary>The certificate, as in the real library; not the key alone.</summary>
        public byte[] PublicKey => RawData;

        /// <summary>End of validity, UTC.</summary>
        public DateTime NotAfter => _expirationDate;

        /// <summary>Start of validity, UTC.</summary>
        public DateTime NotBefore => _effectiveDate;

        public byte[] RawData => base.GetRawCertData();

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal static extern void DecodePrivateKeyNative(byte[] keyBuffer, string password);
    }
}
