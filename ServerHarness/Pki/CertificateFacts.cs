using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>Questions that are asked of certificates again and again.</summary>
internal static class CertificateFacts
{
    /// <summary>The object identifiers of its extended key usage; empty where the extension is missing.</summary>
    public static IReadOnlyList<string> Purposes(this X509Certificate2 certificate) =>
        [.. certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(e => e.EnhancedKeyUsages.Cast<Oid>()).Select(o => o.Value!)];

    /// <summary>Its subject alternative names as openssl writes them, in their order: <c>DNS:server.test</c>, <c>IP:127.0.0.1</c>.</summary>
    public static IReadOnlyList<string> AlternativeNames(this X509Certificate2 certificate) =>
        certificate.Extensions[AlternativeName.Extension] is { } extension ? AlternativeName.Read(extension.RawData) : [];

    /// <summary>Whether its basic constraints make it an authority.</summary>
    public static bool IsAuthority(this X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(c => c.CertificateAuthority);

    /// <summary>Whether its issuer has its own name, as a root's has.</summary>
    public static bool IsSelfIssued(this X509Certificate2 certificate) => certificate.IsIssuedBy(certificate);

    /// <summary>Whether its issuer has the name of the other; nothing is said about the signature.</summary>
    public static bool IsIssuedBy(this X509Certificate2 certificate, X509Certificate2 other) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(other.SubjectName.RawData);
}
