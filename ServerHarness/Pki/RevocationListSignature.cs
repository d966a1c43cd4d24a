using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>What an authority has put under its list.</summary>
internal sealed record RevocationListSignature(ReadOnlyMemory<byte> Signed, string Algorithm, byte[] Value)
{
    /// <summary>Whether the authority's key made it; false for algorithms that nobody should use any more.</summary>
    public bool IsBy(X509Certificate2 issuer)
    {
        if (Hash() is not { } hash)
        {
            return false;
        }

        using var ecdsa = issuer.GetECDsaPublicKey();
        using var rsa = issuer.GetRSAPublicKey();
        return IsEcdsa()
            ? ecdsa?.VerifyData(Signed.Span, Value, hash, DSASignatureFormat.Rfc3279DerSequence) == true
            : rsa?.VerifyData(Signed.Span, Value, hash, RSASignaturePadding.Pkcs1) == true;
    }

    // RFC 5758, 3.2.
    private bool IsEcdsa() => Algorithm.StartsWith("1.2.840.10045.4.3.", StringComparison.Ordinal);

    private HashAlgorithmName? Hash() => Algorithm switch
    {
        "1.2.840.10045.4.3.2" or "1.2.840.113549.1.1.11" => HashAlgorithmName.SHA256,
        "1.2.840.10045.4.3.3" or "1.2.840.113549.1.1.12" => HashAlgorithmName.SHA384,
        "1.2.840.10045.4.3.4" or "1.2.840.113549.1.1.13" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
