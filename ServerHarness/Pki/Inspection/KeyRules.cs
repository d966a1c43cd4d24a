using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki.Inspection;

/// <summary>What is wrong with the private key beside a certificate.</summary>
internal static class KeyRules
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public static IEnumerable<Finding> Check(X509Certificate2 certificate, string path)
    {
        var pem = CertificateFile.ReadText(path, "private key");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
        {
            yield return Finding.Error("open-key", $"{path} can be read by others", $"chmod 600 {path}");
        }

        if (KeyFile.IsEncrypted(pem) || pem.Contains("Proc-Type: 4,ENCRYPTED"))
        {
            yield return Finding.Warning("encrypted-key", $"{path} is encrypted: whether it is the certificate's was not seen", "boards and servers want it plain: pki decrypt-key");
        }
        else if (!Fits(certificate, pem))
        {
            yield return Finding.Error("key-mismatch", $"{path} is not the private key of this certificate", "use the key that was made with it");
        }
    }

    private static bool Fits(X509Certificate2 certificate, string pem)
    {
        try
        {
            // nanoff's files end in NUL, which is no part of PEM.
            using var pair = X509Certificate2.CreateFromPem(certificate.ExportCertificatePem(), pem.TrimEnd('\0'));
            return true;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
