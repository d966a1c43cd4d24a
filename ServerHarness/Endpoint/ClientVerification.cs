using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>Decides whether a presented certificate makes its holder a client. Pure: the chain was built by the TLS stack.</summary>
internal static class ClientVerification
{
    /// <param name="errors">What the TLS stack found, with the chain policy of <see cref="ServerTls"/>.</param>
    public static ClientIdentity Decide(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return ClientIdentity.Anonymous;
        }

        if (errors != SslPolicyErrors.None)
        {
            return Refused(chain is null ? errors.ToString() : CertificateChain.Words(chain.ChainStatus));
        }

        // The chain alone lets any certificate of ours in, the intermediate included: only an end entity made for this is a client.
        if (LeafRefusal(certificate) is { } reason)
        {
            return Refused(reason);
        }

        var name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        return string.IsNullOrEmpty(name) ? Refused("the certificate has no common name") : new(name, null);
    }

    private static string? LeafRefusal(X509Certificate2 certificate)
    {
        if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(c => c.CertificateAuthority))
        {
            return "a certificate authority is no client";
        }

        if (!certificate.Extensions.OfType<X509KeyUsageExtension>().Any(u => u.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature)))
        {
            return "the key usage lacks digitalSignature";
        }

        var purposes = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(e => e.EnhancedKeyUsages.Cast<Oid>());
        return purposes.Any(oid => oid.Value == Purposes.ClientAuthentication) ? null : "the extended key usage lacks clientAuth";
    }

    private static ClientIdentity Refused(string reason) => new(null, Text.Printable(reason));
}
