using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.VirtualDevice.Tls.X509;

/// <summary>One certificate as mbedTLS sees it: what its verification asks for, parsed once.</summary>
public sealed class CertificateView
{
    // Extensions that mbedTLS knows (x509_crt.c, x509_get_crt_ext); any other one that is critical makes parsing fail.
    private static readonly HashSet<string> KnownExtensions =
    [
        "2.5.29.14", "2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.32", "2.5.29.35", "2.5.29.37", "2.16.840.1.113730.1.1",
    ];

    /// <exception cref="CertificateFormatException">Not a certificate, or one that mbedTLS does not take.</exception>
    public CertificateView(ReadOnlyMemory<byte> der)
    {
        try
        {
            var outer = new AsnReader(der, AsnEncodingRules.DER);
            Raw = outer.PeekEncodedValue().ToArray();
            var parts = outer.ReadSequence();
            ToBeSigned = parts.ReadEncodedValue();
            SignatureAlgorithm = SignatureAlgorithm.Parse(parts.ReadEncodedValue());
            Signature = parts.ReadBitString(out _);
            Certificate = X509CertificateLoader.LoadCertificate(Raw.Span);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            throw new CertificateFormatException(MbedTlsError.X509InvalidExtensions, $"not a certificate: {e.Message}");
        }
        ReadExtensions();
        Key = PublicKeyView.Of(Certificate);
    }

    public X509Certificate2 Certificate { get; }
    public ReadOnlyMemory<byte> Raw { get; }
    public ReadOnlyMemory<byte> ToBeSigned { get; }
    public ReadOnlyMemory<byte> Signature { get; }
    public SignatureAlgorithm SignatureAlgorithm { get; }
    public PublicKeyView Key { get; }
    public ReadOnlyMemory<byte> Subject => Certificate.SubjectName.RawData;
    public ReadOnlyMemory<byte> Issuer => Certificate.IssuerName.RawData;
    public DateTime NotBefore => Certificate.NotBefore.ToUniversalTime();
    public DateTime NotAfter => Certificate.NotAfter.ToUniversalTime();
    public int Version => Certificate.Version;
    public bool IsCa { get; private set; }

    /// <summary>Null: no limit.</summary>
    public int? PathLength { get; private set; }

    /// <summary>Null: no such extension, hence no restriction.</summary>
    public X509KeyUsageFlags? KeyUsage { get; private set; }

    /// <summary>Null: no such extension, hence no restriction.</summary>
    public IReadOnlyList<string>? ExtendedKeyUsage { get; private set; }

    /// <summary>Null: no such extension, so the common name counts.</summary>
    public IReadOnlyList<AlternativeName>? AlternativeNames { get; private set; }

    public bool IsSelfIssued => DistinguishedName.Equal(Subject, Issuer);

    private void ReadExtensions()
    {
        foreach (var extension in Certificate.Extensions)
        {
            if (extension.Critical && !KnownExtensions.Contains(extension.Oid!.Value!))
                throw new CertificateFormatException(MbedTlsError.X509InvalidExtensions - 0x62, $"critical extension {extension.Oid.Value}");
            switch (extension)
            {
                case X509BasicConstraintsExtension constraints:
                    IsCa = constraints.CertificateAuthority;
                    PathLength = constraints.HasPathLengthConstraint ? constraints.PathLengthConstraint : null;
                    break;
                case X509KeyUsageExtension usage:
                    KeyUsage = usage.KeyUsages;
                    break;
                case X509EnhancedKeyUsageExtension extended:
                    ExtendedKeyUsage = [.. extended.EnhancedKeyUsages.Cast<Oid>().Select(o => o.Value!)];
                    break;
                case { Oid.Value: "2.5.29.17" }:
                    AlternativeNames = AlternativeName.ParseAll(extension.RawData);
                    break;
            }
        }
    }
}
