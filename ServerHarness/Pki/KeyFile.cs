using System.Security.Cryptography;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>Private keys as PEM text, PKCS #8, plain or encrypted.</summary>
internal static class KeyFile
{
    private const string EncryptedLabel = "ENCRYPTED PRIVATE KEY";

    // PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA-256, which openssl and certtool read. Iterations: OWASP's figure of 2023.
    private static readonly PbeParameters s_encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 600_000);

    /// <summary>The key's text, encrypted if there is a passphrase.</summary>
    public static string Pem(AsymmetricAlgorithm key, string? passphrase = null) =>
        (passphrase is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(passphrase, s_encryption)) + "\n";

    /// <summary>Whether a key's text is encrypted.</summary>
    public static bool IsEncrypted(string pem) => PemEncoding.TryFind(pem, out var block) && pem.AsSpan()[block.Label].SequenceEqual(EncryptedLabel);

    /// <summary>Whether a key's file is there and encrypted.</summary>
    public static bool IsEncryptedFile(string path) => File.Exists(path) && IsEncrypted(CertificateFile.ReadText(path, "private key"));

    /// <summary>Writes a key without its passphrase.</summary>
    /// <param name="passphrase">Asked only if the key is encrypted.</param>
    /// <returns>Whether it was encrypted.</returns>
    /// <exception cref="HarnessException">It is no key that can be read, or the passphrase is missing or wrong.</exception>
    public static bool Decrypt(string source, string target, Func<string?> passphrase)
    {
        var pem = CertificateFile.ReadText(source, "private key");
        if (pem.Contains("Proc-Type: 4,ENCRYPTED"))
        {
            throw new HarnessException(
                $"{source} is encrypted in the old way of openssl, whose protection is weak", $"convert it first: openssl pkcs8 -topk8 -in {source} -out NEW");
        }

        var encrypted = IsEncrypted(pem);
        var given = !encrypted ? null : passphrase() ?? throw new HarnessException(
            $"{source} is encrypted, and no passphrase was given", "name a file with --passphrase-file, or run it in a terminal", ExitCode.Missing);
        using var key = Import(ECDsa.Create(), pem, given) ?? Import(RSA.Create(), pem, given)
            ?? throw (encrypted
                ? new HarnessException($"the passphrase does not open {source}", "try again; nothing was written")
                : new HarnessException($"{source} is no ECDSA or RSA private key", "name the file of a key, such as client.key.pem; nothing was written"));
        AtomicFile.Write(target, Pem(key), AtomicFile.Secret);
        return encrypted;
    }

    private static AsymmetricAlgorithm? Import(AsymmetricAlgorithm key, string pem, string? passphrase)
    {
        try
        {
            if (passphrase is null)
            {
                key.ImportFromPem(pem);
            }
            else
            {
                key.ImportFromEncryptedPem(pem, passphrase);
            }

            return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // Of the other algorithm, or not to be opened: the caller tries on and then tells.
            key.Dispose();
            return null;
        }
    }
}
