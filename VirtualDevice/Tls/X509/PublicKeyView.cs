using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>A public key and whether mbedTLS's default profile takes it: RSA from 2048 bits, named curves from 256 bits.</summary>
public sealed class PublicKeyView
{
    private const int MinimumRsaBits = 2048;

    // secp256r1, secp384r1, secp521r1, brainpoolP256r1, brainpoolP384r1, brainpoolP512r1 (x509_crt.c, profile_default).
    private static readonly HashSet<string> AllowedCurves =
    [
        "1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35", "1.3.36.3.3.2.8.1.1.7", "1.3.36.3.3.2.8.1.1.11", "1.3.36.3.3.2.8.1.1.13",
    ];

    private const string RsaOid = "1.2.840.113549.1.1.1";
    private const string EcOid = "1.2.840.10045.2.1";

    private readonly X509Certificate2 _certificate;

    private PublicKeyView(X509Certificate2 certificate, bool isRsa, bool isAllowed)
    {
        _certificate = certificate;
        IsRsa = isRsa;
        IsAllowed = isAllowed;
    }

    public bool IsRsa { get; }

    /// <summary>False: MBEDTLS_X509_BADCERT_BAD_KEY.</summary>
    public bool IsAllowed { get; }

    internal static PublicKeyView Of(X509Certificate2 certificate)
    {
        switch (certificate.PublicKey.Oid.Value)
        {
            case RsaOid:
                using (var rsa = certificate.GetRSAPublicKey()!) return new(certificate, true, rsa.KeySize >= MinimumRsaBits);
            case EcOid:
                return new(certificate, false, AllowedCurves.Contains(CurveOf(certificate.PublicKey)));
            default:
                throw new CertificateFormatException(MbedTlsError.PkUnknownAlgorithm, $"key algorithm {certificate.PublicKey.Oid.Value}");
        }
    }

    /// <summary>The platform's RSA or ECDSA judges; nothing is computed here.</summary>
    internal bool HasSigned(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, SignatureAlgorithm algorithm)
    {
        if (algorithm.Digest is not { } digest || algorithm.IsRsa != IsRsa) return false;
        try
        {
            if (IsRsa)
            {
                using var rsa = _certificate.GetRSAPublicKey()!;
                return rsa.VerifyData(data, signature, digest, algorithm.IsPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
            }
            using var ecdsa = _certificate.GetECDsaPublicKey()!;
            return ecdsa.VerifyData(data, signature, digest, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false; // a key or signature that the platform cannot even read has signed nothing
        }
    }

    private static string CurveOf(PublicKey key)
    {
        try
        {
            return new AsnReader(key.EncodedParameters!.RawData, AsnEncodingRules.DER).ReadObjectIdentifier();
        }
        catch (AsnContentException)
        {
            throw new CertificateFormatException(MbedTlsError.PkUnknownCurve, "curve given by its parameters, not by name");
        }
    }
}
