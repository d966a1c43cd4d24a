using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>An operator's certificate as it should be, but for its signature: ecdsa-with-SHA1, by the operators' own CA.</summary>
internal static class Sha1Operator
{
    public static KeyPairFiles Write(PkiFolder pki, string folder)
    {
        Directory.CreateDirectory(folder);
        var files = new KeyPairFiles(Path.Combine(folder, "client.cert.pem"), Path.Combine(folder, "client.key.pem"));
        var ca = pki.Layout.Authority("operator-ca");
        using var authority = CertificateFile.ReadWithKey(ca.Certificate, ca.Key);
        using var signing = authority.GetECDsaPrivateKey()!;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = key.Request(new("CN=sha1"));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(Purposes.ClientAuthentication)], false));
        var now = DateTimeOffset.UtcNow;
        using var leaf = request.Create(authority.SubjectName, new Sha1Generator(signing), now.AddDays(-1), now.AddDays(30), [1, 2, 3, 5]);
        File.WriteAllText(files.Certificate, CertificateFile.Pem(leaf));
        File.WriteAllText(files.Key, KeyFile.Pem(key));
        return files;
    }
}
