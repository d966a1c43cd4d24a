using System;
using System.Net.Http;
using System.Net.Security;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Http
{
    /// <summary>
    /// A probe with the package's HttpClient, which never sends a client certificate. A new client each time: a kept
    /// connection would be used again without a check of the server.
    /// </summary>
    public sealed class HttpClientProbe : IServerProbe
    {
        private const int LimitMs = 10000;

        private readonly ServerTrust _trust;
        private readonly bool _tls13;

        /// <summary>Asks with TLS 1.3 only, or with TLS 1.2 only.</summary>
        public HttpClientProbe(ServerTrust trust, bool tls13)
        {
            _trust = trust;
            _tls13 = tls13;
        }

        /// <inheritdoc/>
        public int Ask(string url)
        {
            try
            {
                using (var client = new HttpClient())
                {
                    client.HttpsAuthentCert = _trust.Authorities;
                    client.SslProtocols = TlsVersion.Of(_tls13);
                    client.SslVerification = SslVerification.CertificateRequired;
                    client.Timeout = TimeSpan.FromMilliseconds(LimitMs);
                    client.DefaultRequestHeaders.ConnectionClose = true;
                    using (var response = client.Get(url, HttpCompletionOption.ResponseHeadersRead))
                    {
                        return (int)response.StatusCode;
                    }
                }
            }
            catch (Exception e)
            {
                throw new LinkException(ExceptionWords.Of(e));
            }
        }
    }
}
