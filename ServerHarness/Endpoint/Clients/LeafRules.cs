using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Endpoint.Clients;

/// <summary>What a certificate itself must say to be a client's, whoever has issued it. Pure.</summary>
internal static class LeafRules
{
    private const string CommonName = "2.5.4.3";

    // RFC 5280, 4.2: a critical extension that is not understood makes the certificate unusable.
    private static readonly HashSet<string> s_understood =
    [
        "2.5.29.15", // keyUsage
        "2.5.29.17", // subjectAltName
        "2.5.29.19", // basicConstraints
        "2.5.29.37", // extKeyUsage
    ];

    /// <summary>Why it is no client's certificate, or null if it is one.</summary>
    public static string? Refusal(X509Certificate2 certificate)
    {
        // The chain alone lets any certificate of ours in, the intermediate included: only an end entity made for this is a client.
        var extensions = certificate.Extensions;
        if (extensions.OfType<X509BasicConstraintsExtension>().Any(c => c.CertificateAuthority))
        {
            return "a certificate authority is no client";
        }

        if (!extensions.OfType<X509KeyUsageExtension>().Any(u => u.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature)))
        {
            return "the key usage lacks digitalSignature";
        }

        var purposes = extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(e => e.EnhancedKeyUsages.Cast<Oid>());
        if (!purposes.Any(oid => oid.Value == Purposes.ClientAuthentication))
        {
            return "the extended key usage lacks clientAuth";
        }

        return extensions.FirstOrDefault(e => e.Critical && !s_understood.Contains(e.Oid!.Value!)) is { } unknown
            ? $"the critical extension {unknown.Oid!.Value} is not understood"
            : null;
    }

    /// <summary>The one common name of the subject, or null: other attributes, or two names, name nobody.</summary>
    public static string? NameOf(X509Certificate2 certificate)
    {
        var names = certificate.SubjectName.EnumerateRelativeDistinguishedNames()
            .Where(n => !n.HasMultipleElements && n.GetSingleElementType().Value == CommonName)
            .Select(n => n.GetSingleElementValue())
            .ToList();
        return names is [{ Length: > 0 } name] ? name : null;
    }
}
