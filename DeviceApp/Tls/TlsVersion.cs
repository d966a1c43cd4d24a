using System.Net.Security;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>
    /// The TLS version setting as the libraries want it. Never <see cref="SslProtocols.None"/>, which means TLS 1.3 only
    /// and hides that.
    /// </summary>
    public static class TlsVersion
    {
        /// <summary>For SslStream and HttpClient.</summary>
        public static SslProtocols Of(bool tls13)
        {
            return tls13 ? SslProtocols.Tls13 : SslProtocols.Tls12;
        }
    }
}
