using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>Certificates and keys as PEM files.</summary>
public static class CertificateFile
{
    /// <summary>Every certificate of a file, in its order.</summary>
    /// <exception cref="HarnessException">Missing, unreadable, or no certificate in it.</exception>
    public static X509Certificate2Collection ReadAll(string path)
    {
        var certificates = new X509Certificate2Collection();
        var text = ReadText(path, "certificate");
        try
        {
            certificates.ImportFromPem(text);
        }
        catch (CryptographicException e)
        {
            throw new HarnessException($"{path} is not a PEM certificate: {e.Message}", "issue it again, or name another file", inner: e);
        }

        return certificates.Count > 0
            ? certificates
            : throw new HarnessException($"{path} holds no PEM certificate", "issue it again, or name another file");
    }

    /// <summary>The first certificate of a file, with the private key of another.</summary>
    /// <param name="passphrase">Asked for the passphrase of an encrypted key's path; null refuses encrypted keys.</param>
    /// <exception cref="HarnessException">One is missing or unreadable, the key is not the certificate's, or the passphrase is wrong.</exception>
    public static X509Certificate2 ReadWithKey(string certificatePath, string keyPath, Func<string, string>? passphrase = null)
    {
        var certificate = ReadText(certificatePath, "certificate");
        var key = ReadText(keyPath, "private key");
        var encrypted = passphrase is not null && KeyFile.IsEncrypted(key);
        var given = encrypted ? passphrase!(keyPath) : null;
        try
        {
            return encrypted
                ? X509Certificate2.CreateFromEncryptedPem(certificate, key, given)
                : X509Certificate2.CreateFromPem(certificate, key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw encrypted
                ? new HarnessException(
                    $"the passphrase does not open {keyPath}, or it is not the key of {certificatePath}", "try again; nothing was changed", inner: e)
                : new HarnessException(
                    $"{keyPath} is not the unencrypted private key of {certificatePath}: {e.Message}",
                    "the two files must come from the same issue; delete both and issue them again", inner: e);
        }
    }

    internal static string Pem(params ReadOnlySpan<X509Certificate2> certificates)
    {
        var pem = "";
        foreach (var certificate in certificates)
        {
            pem += certificate.ExportCertificatePem() + "\n";
        }

        return pem;
    }

    internal static void WriteCertificates(string path, params ReadOnlySpan<X509Certificate2> certificates) =>
        AtomicFile.Write(path, Pem(certificates), AtomicFile.Public);

    internal static void WriteKey(string path, X509Certificate2 certificate, string? passphrase = null)
    {
        using var key = certificate.PrivateKey();
        AtomicFile.Write(path, KeyFile.Pem(key, passphrase), AtomicFile.Secret);
    }

    internal static string ReadText(string path, string what)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new HarnessException(
                $"{what} {path} does not exist", "check the path; 'pki init' and 'pki issue' make such files", ExitCode.Missing, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException(
                $"{what} {path} cannot be read by user {Environment.UserName}: {e.Message}",
                "run as the file's owner, or give it to this user with chown", ExitCode.Missing, e);
        }
    }
}
