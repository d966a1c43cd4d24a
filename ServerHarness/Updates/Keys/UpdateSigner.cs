using System.Security.Cryptography;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Format;

namespace SecureEsp.ServerHarness.Updates.Keys;

/// <summary>A private key that signs updates.</summary>
public sealed class UpdateSigner : IDisposable
{
    private readonly ECDsa _key;

    private UpdateSigner(ECDsa key, UpdatePublicKey publicKey)
    {
        _key = key;
        PublicKey = publicKey;
    }

    public UpdatePublicKey PublicKey { get; }

    /// <param name="path">PEM, PKCS #8, perhaps encrypted.</param>
    /// <param name="passphrase">Asked only if the key is encrypted.</param>
    /// <exception cref="HarnessException">The file has no key of P-256, or the passphrase is missing or wrong.</exception>
    public static UpdateSigner Open(string path, Func<string?> passphrase)
    {
        var pem = CertificateFile.ReadText(path, "update key");
        var given = !KeyFile.IsEncrypted(pem) ? null : passphrase() ?? throw new HarnessException(
            $"{path} is encrypted, and no passphrase was given", $"name a file with --passphrase-file, set {UpdateSigningKey.Variable}, or run it in a terminal", ExitCode.Missing);
        var key = ECDsa.Create();
        try
        {
            if (given is null)
            {
                key.ImportFromPem(pem);
            }
            else
            {
                key.ImportFromEncryptedPem(pem, given);
            }

            // Without its private half this fails here and not at the first signature.
            key.ExportParameters(includePrivateParameters: true);
            return new(key, UpdatePublicKey.Of(key) ?? throw new HarnessException($"{path} is a key of another curve than P-256", "make one with 'update keygen'"));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new HarnessException(
                given is null ? $"{path} is no private key of P-256" : $"the passphrase does not open {path}", "give the file update-signing.key.pem of 'update keygen'", inner: e);
        }
    }

    public KeySignature Sign(ReadOnlySpan<byte> bytes) =>
        new(PublicKey.Id, _key.SignData(bytes.ToArray(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    public void Dispose() => _key.Dispose();
}
