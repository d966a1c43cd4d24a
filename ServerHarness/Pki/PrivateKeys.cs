using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>What ECDSA and RSA keys do alike for X.509.</summary>
internal static class PrivateKeys
{
    /// <summary>SHA-256, or SHA-384 where the curve is that strong.</summary>
    public static HashAlgorithmName Hash(this AsymmetricAlgorithm key) =>
        key is ECDsa { KeySize: > 256 } ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256;

    /// <summary>A request for a certificate of this key.</summary>
    public static CertificateRequest Request(this AsymmetricAlgorithm key, X500DistinguishedName subject) => key switch
    {
        ECDsa ecdsa => new(subject, ecdsa, ecdsa.Hash()),
        RSA rsa => new(subject, rsa, rsa.Hash(), RSASignaturePadding.Pkcs1),
        _ => throw Unknown(key),
    };

    /// <summary>Signs with the hash that is told, for the algorithm identifier of this key.</summary>
    public static X509SignatureGenerator Generator(this AsymmetricAlgorithm key) => key switch
    {
        ECDsa ecdsa => X509SignatureGenerator.CreateForECDsa(ecdsa),
        RSA rsa => X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1),
        _ => throw Unknown(key),
    };

    /// <summary>A copy of the certificate that has its key.</summary>
    public static X509Certificate2 Attach(this AsymmetricAlgorithm key, X509Certificate2 certificate) => key switch
    {
        ECDsa ecdsa => certificate.CopyWithPrivateKey(ecdsa),
        RSA rsa => certificate.CopyWithPrivateKey(rsa),
        _ => throw Unknown(key),
    };

    /// <summary>The private key of a certificate that has one; the caller disposes it.</summary>
    public static AsymmetricAlgorithm PrivateKey(this X509Certificate2 certificate) =>
        certificate.GetECDsaPrivateKey() as AsymmetricAlgorithm
        ?? certificate.GetRSAPrivateKey()
        ?? throw new InvalidOperationException("the certificate has no ECDSA or RSA private key");

    private static NotSupportedException Unknown(AsymmetricAlgorithm key) => new($"keys of type {key.GetType().Name} are not used here");
}
