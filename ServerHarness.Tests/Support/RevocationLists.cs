using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>Revocation lists as an authority signs them: .NET's own builder, so that reader and writer are not of one hand.</summary>
public static class RevocationLists
{
    /// <summary>A file with the list of the intermediate, then that of the root.</summary>
    /// <param name="revoked">Certificate files that the intermediate takes back.</param>
    public static void Write(string path, PkiFolder pki, params string[] revoked) =>
        File.WriteAllText(path, Pem(pki, "intermediate", revoked) + Pem(pki, "root"));

    /// <summary>One list.</summary>
    /// <param name="from">When it begins, from now; a day's length.</param>
    public static string Pem(PkiFolder pki, string authority, string[]? revoked = null, TimeSpan from = default)
    {
        var files = pki.Layout.Authority(authority);
        using var issuer = CertificateFile.ReadWithKey(files.Certificate, files.Key);
        var start = DateTimeOffset.UtcNow + from - TimeSpan.FromMinutes(1);
        var builder = new CertificateRevocationListBuilder();
        foreach (var file in revoked ?? [])
        {
            using var certificate = CertificateFile.ReadAll(file)[0];
            builder.AddEntry(certificate, start);
        }

        var der = builder.Build(issuer, start.ToUnixTimeMilliseconds(), start.AddDays(1), HashAlgorithmName.SHA256, thisUpdate: start);
        return Pem(der);
    }

    public static string Pem(byte[] der) => PemEncoding.WriteString("X509 CRL", der) + "\n";

    public static byte[] Der(string pem)
    {
        var found = PemEncoding.Find(pem);
        return Convert.FromBase64String(pem[found.Base64Data]);
    }
}
