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
}
