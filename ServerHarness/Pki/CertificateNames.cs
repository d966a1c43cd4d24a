using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>The names that a server's certificate is for.</summary>
internal static class CertificateNames
{
    /// <summary>Those that are host names, then those that are addresses.</summary>
    public static IReadOnlyList<string> Of(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().ToList();
        var addresses = names.SelectMany(n => n.EnumerateIPAddresses()).Select(a => a.ToString());
        return [.. names.SelectMany(n => n.EnumerateDnsNames()), .. addresses];
    }
}
