using System.Net;
using System.Text;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>
/// Does a certificate speak for a host? As mbedTLS (x509_crt.c, x509_crt_verify_name): against the alternative names where
/// the certificate has that extension, against the common names only where it has none.
/// </summary>
public static class HostNameCheck
{
    public static bool Matches(CertificateView certificate, string host)
    {
        if (certificate.AlternativeNames is not { } names)
            return DistinguishedName.CommonNames(certificate.Subject).Any(name => MatchesName(name, host));

        // An address literal is compared with dNSNames too, as plain text.
        return names.Any(name => name.Kind switch
        {
            AlternativeName.Dns => MatchesName(name.Text, host),
            AlternativeName.IpAddress => IPAddress.TryParse(host, out var address) && name.Value.AsSpan().SequenceEqual(address.GetAddressBytes()),
            AlternativeName.Uri => name.Text == host,
            _ => false,
        });
    }

    private static bool MatchesName(string name, string host) => EqualIgnoringCase(name, host) || MatchesWildcard(name, host);

    /// <summary>"*.example.org" stands for exactly one label.</summary>
    private static bool MatchesWildcard(string pattern, string host)
    {
        var dot = host.IndexOf('.');
        return pattern.Length >= 3 && pattern.StartsWith("*.", StringComparison.Ordinal) && dot > 0 && EqualIgnoringCase(pattern[1..], host[dot..]);
    }

    private static bool EqualIgnoringCase(string one, string other) =>
        one.Length == other.Length && Ascii.EqualsIgnoreCase(Encoding.Latin1.GetBytes(one), Encoding.Latin1.GetBytes(other));
}
