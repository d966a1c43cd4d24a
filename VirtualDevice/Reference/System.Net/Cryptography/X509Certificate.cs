using System.Runtime.CompilerServices;
using System.Text;

namespace System.Security.Cryptography.X509Certificates
{
    /// <summary>One certificate in DER, or one or more in PEM; its own data is that of the first.</summary>
    public class X509Certificate
    {
        protected string _issuer;
        protected string _subject;
        protected DateTime _effectiveDate;
        protected DateTime _expirationDate;
        protected byte[] _handle;
        protected byte[] _sessionHandle;

        // The native boundary reads this field.
        private readonly byte[] _certificate;

        public X509Certificate()
        {
        }

        /// <summary>DER, or PEM that ends in 0.</summary>
        /// <exception cref="ArgumentException">Not a certificate, or PEM without its final 0.</exception>
        public X509Certificate(byte[] certificate)
        {
            _certificate = certificate;
            ParseCertificate(certificate, ref _issuer, ref _subject, ref _effectiveDate, ref _expirationDate);
        }

        /// <summary>PEM; the final 0 is added.</summary>
        public X509Certificate(string certificate)
            : this(WithFinalZero(certificate))
        {
        }

        /// <summary>As mbedTLS writes it: "C=SE, O=Example, CN=name".</summary>
        public virtual string Issuer => _issuer;

        /// <summary>As mbedTLS writes it: "C=SE, O=Example, CN=name".</summary>
        public virtual string Subject => _subject;

        /// <summary>Start of validity, UTC.</summary>
        public virtual DateTime GetEffectiveDate() => _effectiveDate;

        /// <summary>End of validity, UTC.</summary>
        public virtual DateTime GetExpirationDate() => _expirationDate;

        /// <summary>The bytes that the object was made from.</summary>
        public virtual byte[] GetRawCertData() => _certificate;

        internal static byte[] WithFinalZero(string text)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            byte[] terminated = new byte[bytes.Length + 1];
            Array.Copy(bytes, terminated, bytes.Length);
            return terminated;
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        internal static extern void ParseCertificate(
            byte[] cert, ref string issuer, ref string subject, ref DateTime effectiveDate, ref DateTime expirationDate);
    }
}
