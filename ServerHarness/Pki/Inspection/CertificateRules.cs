using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki.Inspection;

/// <summary>What is wrong with one certificate, in the eyes of mbedTLS, of browsers, or of our own endpoint.</summary>
internal static class CertificateRules
{
    // mbedTLS's default profile: SHA-256 and above. A root's own signature is not looked at.
    private static readonly string[] s_weakSignatures =
    [
        "1.2.840.113549.1.1.2", "1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5", "1.2.840.10045.4.1", "1.2.840.10040.4.3", "1.3.14.3.2.29",
    ];

    // What mbedTLS parses: key usage, names, basic constraints, extended key usage, Netscape's type, policies.
    private static readonly string[] s_known = ["2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.37", "2.16.840.1.113730.1.1", "2.5.29.32"];

    // Apple's limit for servers of private authorities.
    private const int BrowserDays = 825;

    public static IEnumerable<Finding> Check(X509Certificate2 certificate, DateTimeOffset now, bool isLeaf)
    {
        var who = Text.Printable(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        return [.. Always(certificate, who, now), .. isLeaf ? OfLeaf(certificate, who) : OfAuthority(certificate, who)];
    }

    private static IEnumerable<Finding> Always(X509Certificate2 certificate, string who, DateTimeOffset now)
    {
        DateTimeOffset from = certificate.NotBefore.ToUniversalTime(), until = certificate.NotAfter.ToUniversalTime();
        if (now > until)
        {
            yield return Finding.Error("expired", $"{who} expired at {until:u}", "renew it: pki renew");
        }
        else if (now < from)
        {
            yield return Finding.Error("not-yet-valid", $"{who} begins only at {from:u}", "check this machine's clock, and the one that issued it");
        }

        if (s_weakSignatures.Contains(certificate.SignatureAlgorithm.Value) && !certificate.IsSelfIssued())
        {
            yield return Finding.Error("weak-signature", $"{who} is signed with {certificate.SignatureAlgorithm.FriendlyName}", "issue it with SHA-256");
        }

        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = certificate.GetECDsaPublicKey();
        if (rsa?.KeySize < 2048 || ecdsa?.KeySize < 256)
        {
            yield return Finding.Error("short-key", $"{who} has a key of {rsa?.KeySize ?? ecdsa!.KeySize} bits", "RSA needs 2048 bits, elliptic curves 256");
        }
        else if (rsa is null && ecdsa is null)
        {
            yield return Finding.Error("unusual-key", $"{who} has a key that is neither RSA nor ECDSA", "use P-256");
        }

        foreach (var extension in certificate.Extensions.Where(e => e.Critical && !s_known.Contains(e.Oid?.Value)))
        {
            yield return Finding.Error(
                "unknown-critical-extension", $"{who} has the critical extension {extension.Oid?.FriendlyName ?? extension.Oid?.Value}",
                "mbedTLS refuses certificates with a critical extension that it does not know");
        }
    }

    private static IEnumerable<Finding> OfLeaf(X509Certificate2 certificate, string who)
    {
        var names = certificate.AlternativeNames();
        if (names.Count == 0)
        {
            yield return Finding.Error("missing-san", $"{who} has no subject alternative name", "browsers ignore the common name: issue it with its names");
        }

        foreach (var name in names.Where(n => n.StartsWith("DNS:", StringComparison.Ordinal) && IPAddress.TryParse(n[4..], out _)))
        {
            yield return Finding.Error("address-as-dns-name", $"{who} has the address {name[4..]} as a DNS name", "addresses must be iPAddress names");
        }

        var purposes = certificate.Purposes();
        if (purposes.Count == 0)
        {
            yield return Finding.Error("missing-eku", $"{who} has no extended key usage", "give servers serverAuth and clients clientAuth");
        }

        if (certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature) == false)
        {
            yield return Finding.Error("no-digital-signature", $"the key usage of {who} lacks digitalSignature", "TLS 1.3 signs with this key: issue it anew");
        }

        if (purposes.Contains(Purposes.ServerAuthentication) && (certificate.NotAfter - certificate.NotBefore).TotalDays > BrowserDays)
        {
            yield return Finding.Warning("long-lived", $"{who} is valid for more than {BrowserDays} days", "Apple's systems refuse such servers");
        }
    }

    private static IEnumerable<Finding> OfAuthority(X509Certificate2 certificate, string who)
    {
        if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().All(c => !c.Critical))
        {
            yield return Finding.Warning("constraints-not-critical", $"the basic constraints of {who} are not critical", "RFC 5280 asks for that");
        }

        if (certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages.HasFlag(X509KeyUsageFlags.KeyCertSign) != true)
        {
            yield return Finding.Error("authority-cannot-sign", $"the key usage of {who} lacks keyCertSign", "it cannot stand above other certificates");
        }
    }
}
