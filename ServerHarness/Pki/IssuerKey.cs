using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>Public keys of authorities.</summary>
internal static class IssuerKey
{
    /// <summary>A new object for the key; it is the caller's to dispose.</summary>
    /// <exception cref="CryptographicException">It is neither ECDSA nor RSA.</exception>
    public static AsymmetricAlgorithm Of(X509Certificate2 authority) =>
        (AsymmetricAlgorithm?)authority.GetECDsaPublicKey()
            ?? authority.GetRSAPublicKey()
            ?? throw new CryptographicException($"the key of {authority.Subject} is neither ECDSA nor RSA");
}
