using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki.Inspection;

/// <summary>What a certificate says, in words.</summary>
public sealed record CertificateDescription(
    string Subject,
    string Issuer,
    string Serial,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    IReadOnlyList<string> Names,
    string Key,
    string Signature,
    bool CertificateAuthority,
    int? PathLength,
    IReadOnlyList<string> KeyUsage,
    IReadOnlyList<string> ExtendedKeyUsage,
    string Fingerprint)
{
    private static readonly (X509KeyUsageFlags Flag, string Name)[] s_usages =
    [
        (X509KeyUsageFlags.DigitalSignature, "digitalSignature"),
        (X509KeyUsageFlags.NonRepudiation, "nonRepudiation"),
        (X509KeyUsageFlags.KeyEncipherment, "keyEncipherment"),
        (X509KeyUsageFlags.DataEncipherment, "dataEncipherment"),
        (X509KeyUsageFlags.KeyAgreement, "keyAgreement"),
        (X509KeyUsageFlags.KeyCertSign, "keyCertSign"),
        (X509KeyUsageFlags.CrlSign, "cRLSign"),
    ];

    /// <summary>Describes a certificate.</summary>
    public static CertificateDescription Of(X509Certificate2 certificate)
    {
        var constraints = certificate.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault();
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages ?? X509KeyUsageFlags.None;
        return new(
            Text.Printable(certificate.Subject),
            Text.Printable(certificate.Issuer),
            certificate.SerialNumber,
            certificate.NotBefore.ToUniversalTime(),
            certificate.NotAfter.ToUniversalTime(),
            certificate.AlternativeNames(),
            KeyOf(certificate),
            certificate.SignatureAlgorithm.FriendlyName ?? certificate.SignatureAlgorithm.Value ?? "unknown",
            constraints?.CertificateAuthority == true,
            constraints is { HasPathLengthConstraint: true } ? constraints.PathLengthConstraint : null,
            [.. s_usages.Where(u => usage.HasFlag(u.Flag)).Select(u => u.Name)],
            [.. certificate.Purposes().Select(Purpose)],
            certificate.GetCertHashString(HashAlgorithmName.SHA256));
    }

    private static string KeyOf(X509Certificate2 certificate)
    {
        using var ecdsa = certificate.GetECDsaPublicKey();
        using var rsa = certificate.GetRSAPublicKey();
        return ecdsa is not null ? $"EC {ecdsa.KeySize} bits"
            : rsa is not null ? $"RSA {rsa.KeySize} bits"
            : certificate.PublicKey.Oid.FriendlyName ?? certificate.PublicKey.Oid.Value ?? "unknown";
    }

    private static string Purpose(string oid) => oid switch
    {
        Purposes.ServerAuthentication => "serverAuth",
        Purposes.ClientAuthentication => "clientAuth",
        "1.3.6.1.5.5.7.3.3" => "codeSigning",
        "1.3.6.1.5.5.7.3.4" => "emailProtection",
        "1.3.6.1.5.5.7.3.8" => "timeStamping",
        "1.3.6.1.5.5.7.3.9" => "OCSPSigning",
        "2.5.29.37.0" => "anyExtendedKeyUsage",
        _ => oid,
    };
}
