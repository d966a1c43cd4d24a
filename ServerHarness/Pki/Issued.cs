using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>What a request to issue has done.</summary>
public enum IssueOutcome
{
    /// <summary>There was none; now there is.</summary>
    Created,

    /// <summary>The one that is there already serves: no file was touched.</summary>
    Unchanged,

    /// <summary>The one that was there no longer served (names, expiry, issuer or key): key and certificate are new.</summary>
    Replaced,

    /// <summary>A new certificate for the same names was asked for.</summary>
    Renewed,
}

/// <summary>One certificate of the PKI and where its files are.</summary>
/// <param name="Kind">root, intermediate, operator-ca, server, device or operator.</param>
/// <param name="Name">Its common name, or the first name of a server.</param>
/// <param name="Names">Subject alternative names as openssl writes them; empty for authorities.</param>
/// <param name="CertificateFile">PEM; a leaf's file holds the leaf and then its intermediate.</param>
/// <param name="KeyFile">PEM, PKCS #8, mode 0600.</param>
/// <param name="KeyAlgorithm">p256, p384, rsa2048, …</param>
/// <param name="KeyEncrypted">Whether the key's file needs a passphrase; null where the file is not here.</param>
/// <param name="Fingerprint">SHA-256 of the certificate, upper-case hexadecimal with colons as openssl prints it.</param>
/// <param name="NotBefore">First moment of validity, UTC.</param>
/// <param name="NotAfter">Last moment of validity, UTC.</param>
/// <param name="Outcome">What was done.</param>
public sealed record Issued(
    string Kind,
    string Name,
    IReadOnlyList<string> Names,
    string CertificateFile,
    string KeyFile,
    string KeyAlgorithm,
    bool? KeyEncrypted,
    string Fingerprint,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    IssueOutcome Outcome)
{
    internal static Issued Of(Leaf leaf, X509Certificate2 certificate, IssueOutcome outcome) =>
        Of(leaf.Kind, leaf.Names.CommonName, leaf.Names.Alternatives, leaf.Files, certificate, outcome);

    internal static Issued Of(
        string kind, string name, IReadOnlyList<string> names, KeyPairFiles files, X509Certificate2 certificate, IssueOutcome outcome) =>
        new(
            kind,
            name,
            names,
            files.Certificate,
            files.Key,
            Pki.KeyAlgorithm.Of(certificate)?.Name ?? "unknown",
            File.Exists(files.Key) ? Pki.KeyFile.IsEncryptedFile(files.Key) : null,
            string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(b => b.ToString("X2"))),
            certificate.NotBefore.ToUniversalTime(),
            certificate.NotAfter.ToUniversalTime(),
            outcome);
}
