using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace System.Net.Security
{
    /// <summary>Stores the CA bundle of the device. There is no way to read it back, nor to store the device certificate.</summary>
    public static class CertificateManager
    {
        /// <summary>Joins PEM certificates. The result loses its final NUL on the way, and a bundle without it trusts nobody.</summary>
        public static bool AddCaCertificateBundle(X509Certificate[] ca)
        {
            var bundle = new StringBuilder();
            foreach (X509Certificate certificate in ca)
            {
                byte[] pem = certificate.GetRawCertData();
                bundle.Append(Encoding.UTF8.GetString(pem, 0, pem.Length - 1));
            }

            bundle.Append("\0");
            return AddCaCertificateBundle(bundle.ToString());
        }

        /// <summary>Stores PEM text. It has no final NUL, and a bundle without it trusts nobody.</summary>
        public static bool AddCaCertificateBundle(string ca) => AddCaCertificateBundle(Encoding.UTF8.GetBytes(ca));

        /// <summary>Stores the bundle: PEM with a final 0, or one certificate in DER.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public static extern bool AddCaCertificateBundle(byte[] ca);
    }
}
