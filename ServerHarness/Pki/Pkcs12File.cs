using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>A PKCS #12 file (RFC 7292): certificate, chain and key under one passphrase.</summary>
internal static class Pkcs12File
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>80 random bits in characters that cannot be mistaken for each other.</summary>
    public static string NewPassphrase() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    /// <param name="legacy">3DES and SHA-1 instead of AES-256 and SHA-256.</param>
    public static void Write(string path, KeyPairFiles files, string passphrase, bool legacy)
    {
        var all = CertificateFile.ReadAll(files.Certificate);
        all[0] = CertificateFile.ReadWithKey(files.Certificate, files.Key);
        var encryption = legacy ? Pkcs12ExportPbeParameters.Pkcs12TripleDesSha1 : Pkcs12ExportPbeParameters.Pbes2Aes256Sha256;
        AtomicFile.Write(path, all.ExportPkcs12(encryption, passphrase), AtomicFile.Secret);
    }
}
