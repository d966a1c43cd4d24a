using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>A file with the revocation lists of a PKI's issuing authorities.</summary>
public static class TestRevocationLists
{
    public static void Write(string path, PkiFolder pki, params ReadOnlySpan<KeyPairFiles> revoked) =>
        Write(path, pki, DateTimeOffset.UtcNow.AddDays(7), ["intermediate", "operator-ca"], revoked);

    public static void Write(string path, PkiFolder pki, DateTimeOffset nextUpdate, string[] authorities, params ReadOnlySpan<KeyPairFiles> revoked)
    {
        var pem = new StringBuilder();
        foreach (var name in authorities)
        {
            var files = pki.Layout.Authority(name);
            using var authority = CertificateFile.ReadWithKey(files.Certificate, files.Key);
            var builder = new CertificateRevocationListBuilder();
            foreach (var one in revoked)
            {
                using var certificate = CertificateFile.ReadAll(one.Certificate)[0];
                if (certificate.Issuer == authority.Subject)
                {
                    builder.AddEntry(certificate);
                }
            }

            var list = builder.Build(authority, 1, nextUpdate, HashAlgorithmName.SHA256, thisUpdate: nextUpdate.AddDays(-8));
            pem.AppendLine(PemEncoding.WriteString("X509 CRL", list));
        }

        File.WriteAllText(path, pem.ToString());
    }
}
