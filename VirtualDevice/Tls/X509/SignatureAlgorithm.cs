using System.Formats.Asn1;
using System.Security.Cryptography;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>How a certificate is signed.</summary>
/// <param name="Digest">Null: not one that mbedTLS knows.</param>
public sealed record SignatureAlgorithm(string Oid, HashAlgorithmName? Digest, bool IsRsa, bool IsPss)
{
    private const string Pss = "1.2.840.113549.1.1.10";
    private const string Pkcs1Prefix = "1.2.840.113549.1.1.";

    private static readonly Dictionary<string, HashAlgorithmName> Digests = new()
    {
        [Pkcs1Prefix + "4"] = HashAlgorithmName.MD5,
        [Pkcs1Prefix + "5"] = HashAlgorithmName.SHA1,
        [Pkcs1Prefix + "11"] = HashAlgorithmName.SHA256,
        [Pkcs1Prefix + "12"] = HashAlgorithmName.SHA384,
        [Pkcs1Prefix + "13"] = HashAlgorithmName.SHA512,
        ["1.2.840.10045.4.1"] = HashAlgorithmName.SHA1,
        ["1.2.840.10045.4.3.2"] = HashAlgorithmName.SHA256,
        ["1.2.840.10045.4.3.3"] = HashAlgorithmName.SHA384,
        ["1.2.840.10045.4.3.4"] = HashAlgorithmName.SHA512,
    };

    private static readonly Dictionary<string, HashAlgorithmName> PssDigests = new()
    {
        ["1.3.14.3.2.26"] = HashAlgorithmName.SHA1,
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    /// <summary>SHA-256 and above, mbedTLS's default profile. False: MBEDTLS_X509_BADCERT_BAD_MD.</summary>
    public bool IsDigestAllowed => Digest == HashAlgorithmName.SHA256 || Digest == HashAlgorithmName.SHA384 || Digest == HashAlgorithmName.SHA512;

    internal static SignatureAlgorithm Parse(ReadOnlyMemory<byte> identifier)
    {
        var sequence = new AsnReader(identifier, AsnEncodingRules.DER).ReadSequence();
        var oid = sequence.ReadObjectIdentifier();
        HashAlgorithmName? digest = oid == Pss ? PssDigest(sequence) : Digests.TryGetValue(oid, out var known) ? known : null;
        return new(oid, digest, oid.StartsWith(Pkcs1Prefix, StringComparison.Ordinal), oid == Pss);
    }

    // RFC 4055, 3.1: [0] hashAlgorithm, SHA-1 where it is absent.
    private static HashAlgorithmName? PssDigest(AsnReader sequence)
    {
        var parameters = sequence.ReadSequence();
        var tag = new Asn1Tag(TagClass.ContextSpecific, 0);
        if (!parameters.HasData || !parameters.PeekTag().HasSameClassAndValue(tag)) return HashAlgorithmName.SHA1;
        var oid = parameters.ReadSequence(tag).ReadSequence().ReadObjectIdentifier();
        return PssDigests.TryGetValue(oid, out var digest) ? digest : null;
    }
}
