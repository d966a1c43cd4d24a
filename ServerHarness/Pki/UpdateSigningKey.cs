using System.Security.Cryptography;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>The key that signs updates: ECDSA P-256, used for nothing else, so that no TLS key can ever sign one.</summary>
/// <param name="KeyFile">PEM, PKCS #8, mode 0600.</param>
/// <param name="PublicKeyFile">PEM, SubjectPublicKeyInfo: what <c>openssl dgst -verify</c> takes.</param>
/// <param name="KeyEncrypted">Whether the key needs a passphrase.</param>
/// <param name="Point">The public point, 04 ‖ X ‖ Y, hexadecimal: what a device has built in.</param>
/// <param name="Fingerprint">SHA-256 of the SubjectPublicKeyInfo, hexadecimal.</param>
/// <param name="Outcome">Created or Unchanged.</param>
public sealed record UpdateSigningKey(
    string KeyFile, string PublicKeyFile, bool KeyEncrypted, string Point, string Fingerprint, IssueOutcome Outcome)
{
    /// <summary>The environment variable that holds its passphrase.</summary>
    public const string Variable = "SECUREESP_UPDATE_PASSPHRASE";

    /// <summary>Makes the key if the folder has none.</summary>
    /// <param name="passphrase">Encrypts a new key; null leaves it plain. A key that is there stays as it is.</param>
    /// <exception cref="HarnessException">The folder cannot be written, or the public key is there without the private one.</exception>
    public static UpdateSigningKey Ensure(string folder, string? passphrase)
    {
        var layout = new PkiLayout(Path.GetFullPath(folder));
        using var writer = PkiLock.Acquire(layout.Folder);
        if (File.Exists(layout.UpdateSigningPublicKey))
        {
            return File.Exists(layout.UpdateSigningKey)
                ? Describe(layout, IssueOutcome.Unchanged)
                : throw new HarnessException(
                    $"{layout.UpdateSigningKey} is missing, but its public key is there, which devices may trust",
                    "put the private key back; if it is lost, delete the public key and make a new pair", ExitCode.Missing);
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PkiTransaction.Begin(layout.Folder)
            .Put(layout.UpdateSigningKey, Pki.KeyFile.Pem(key, passphrase), AtomicFile.Secret)
            .Put(layout.UpdateSigningPublicKey, key.ExportSubjectPublicKeyInfoPem() + "\n", AtomicFile.Public)
            .Commit();
        return Describe(layout, IssueOutcome.Created);
    }

    private static UpdateSigningKey Describe(PkiLayout layout, IssueOutcome outcome)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(layout.UpdateSigningPublicKey));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new HarnessException($"{layout.UpdateSigningPublicKey} is no public key: {e.Message}", "restore it from a backup", inner: e);
        }

        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new(
            layout.UpdateSigningKey,
            layout.UpdateSigningPublicKey,
            Pki.KeyFile.IsEncryptedFile(layout.UpdateSigningKey),
            "04" + Convert.ToHexString(point.X!) + Convert.ToHexString(point.Y!),
            Convert.ToHexString(SHA256.HashData(key.ExportSubjectPublicKeyInfo())),
            outcome);
    }
}
