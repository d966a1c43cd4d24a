using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace SecureEsp.ServerHarness.Endpoint.Clients;

/// <summary>
/// The client behind a proxy. The proxy must have shown its own client certificate, with the name that was configured: only then
/// do these headers count, and from anybody else they are as nothing. The certificate that they carry is judged here once more,
/// revocation included: of the proxy only one thing is believed, that the client has the certificate's key.
/// </summary>
internal static class ProxiedIdentity
{
    /// <summary>nginx's <c>$ssl_client_verify</c>.</summary>
    public const string VerifyHeader = "X-SSL-Client-Verify";

    /// <summary>nginx's <c>$ssl_client_escaped_cert</c>: the certificate as PEM, percent-encoded.</summary>
    public const string CertificateHeader = "X-SSL-Client-Cert";

    public static ClientIdentity Of(IHeaderDictionary headers, ClientTrust trust, DateTimeOffset now)
    {
        var (verified, escaped) = (headers[VerifyHeader], headers[CertificateHeader]);
        if (verified.Count != 1 || escaped.Count > 1)
        {
            return ClientIdentity.Refused($"the proxy sends {VerifyHeader} {verified.Count} times and {CertificateHeader} {escaped.Count} times");
        }

        if (verified != "SUCCESS" || string.IsNullOrEmpty(escaped))
        {
            return verified == "NONE" ? ClientIdentity.Anonymous : ClientIdentity.Refused($"the proxy says: {verified}");
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPem(Uri.UnescapeDataString(escaped.ToString()));
            return trust.Decide(certificate, [], now);
        }
        catch (CryptographicException e)
        {
            return ClientIdentity.Refused($"what the proxy sends is no certificate: {e.Message}");
        }
    }
}
