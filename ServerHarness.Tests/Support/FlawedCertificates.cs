using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>Leaves with one flaw each, signed by a PKI's intermediate.</summary>
public sealed class FlawedCertificates(PkiFolder pki)
{
    /// <summary>A leaf and its intermediate as PEM, and the leaf's key.</summary>
    public (string Certificates, string Key) Make(string flaw)
    {
        using AsymmetricAlgorithm key = flaw == "RSA of 1024 bits" ? RSA.Create(1024) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = key.Request(new("CN=flawed.test"));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            flaw == "no digitalSignature" ? X509KeyUsageFlags.KeyEncipherment : X509KeyUsageFlags.DigitalSignature, true));
        if (flaw != "no SAN")
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(flaw == "address as DNS name" ? "192.168.1.7" : "flawed.test");
            request.CertificateExtensions.Add(names.Build());
        }

        if (flaw != "no EKU")
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(Purposes.ServerAuthentication)], false));
        }

        if (flaw == "unknown critical extension")
        {
            request.CertificateExtensions.Add(new X509Extension("1.2.3.4.5", [5, 0], critical: true));
        }

        return (Sign(request, flaw), KeyFile.Pem(key));
    }

    private string Sign(CertificateRequest request, string flaw)
    {
        var files = pki.Layout.Authority("intermediate");
        using var authority = CertificateFile.ReadWithKey(files.Certificate, files.Key);
        using var signing = authority.GetECDsaPrivateKey()!;
        var generator = flaw == "SHA-1" ? new Sha1Generator(signing) : X509SignatureGenerator.CreateForECDsa(signing);
        var now = DateTimeOffset.UtcNow;
        var (from, until) = flaw switch
        {
            "expired" => (now.AddDays(-9), now.AddDays(-1)),
            "not yet valid" => (now.AddDays(1), now.AddDays(9)),
            "three years" => (now.AddDays(-1), now.AddYears(3)),
            _ => (now.AddDays(-1), now.AddDays(30)),
        };
        using var leaf = request.Create(authority.SubjectName, generator, from, until, [1, 2, 3, 4]);
        return CertificateFile.Pem(leaf, authority);
    }
}
