using System.Formats.Asn1;
using System.Security.Cryptography;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>What certificates and revocation lists have in common (RFC 5280, 4.1.1 and 5.1.1): what is signed, how, and the signature.</summary>
/// <param name="Signed">The DER of what is signed.</param>
/// <param name="Algorithm">The DER of the AlgorithmIdentifier outside of it.</param>
/// <param name="Signature">The signature's bytes.</param>
internal readonly record struct SignedDer(ReadOnlyMemory<byte> Signed, ReadOnlyMemory<byte> Algorithm, ReadOnlyMemory<byte> Signature)
{
    /// <exception cref="AsnContentException">It is no such thing, or something follows it.</exception>
    public static SignedDer Read(ReadOnlyMemory<byte> der)
    {
        var outer = new AsnReader(der, AsnEncodingRules.DER);
        var parts = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        var signed = parts.ReadEncodedValue();
        var algorithm = parts.ReadEncodedValue();
        var signature = parts.ReadBitString(out var unusedBits);
        parts.ThrowIfNotEmpty();
        return unusedBits == 0 ? new(signed, algorithm, signature) : throw new AsnContentException("the signature is not whole bytes");
    }

    /// <summary>Whether the holder of a key has signed this. An algorithm that is not for the key, or not SHA-2, is a no.</summary>
    public bool IsSignedBy(AsymmetricAlgorithm key)
    {
        var reader = new AsnReader(Algorithm, AsnEncodingRules.DER).ReadSequence();
        var algorithm = reader.ReadObjectIdentifier();
        return key switch
        {
            ECDsa ecdsa => EcdsaHash(algorithm) is { } hash
                && ecdsa.VerifyData(Signed.Span, Signature.Span, hash, DSASignatureFormat.Rfc3279DerSequence),
            RSA rsa => RsaHash(algorithm) is { } hash
                && rsa.VerifyData(Signed.Span, Signature.Span, hash, RSASignaturePadding.Pkcs1),
            _ => false,
        };
    }

    // RFC 5758, 3.2.
    private static HashAlgorithmName? EcdsaHash(string algorithm) => algorithm switch
    {
        "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
        "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
        "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
        _ => null,
    };

    // RFC 4055, 5.
    private static HashAlgorithmName? RsaHash(string algorithm) => algorithm switch
    {
        "1.2.840.113549.1.1.11" => HashAlgorithmName.SHA256,
        "1.2.840.113549.1.1.12" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
