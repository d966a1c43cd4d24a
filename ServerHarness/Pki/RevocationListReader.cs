using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>Takes the DER of a CertificateList (RFC 5280, 5.1) apart.</summary>
internal sealed class RevocationListReader
{
    private RevocationListReader(X500DistinguishedName issuer, DateTimeOffset thisUpdate, RevocationListSignature signature)
    {
        Issuer = issuer;
        ThisUpdate = thisUpdate;
        Signature = signature;
    }

    public X500DistinguishedName Issuer { get; }

    public DateTimeOffset ThisUpdate { get; }

    public DateTimeOffset? NextUpdate { get; private init; }

    public RevocationListSignature Signature { get; }

    public Dictionary<string, DateTimeOffset> Revoked { get; } = [];

    /// <exception cref="AsnContentException">It is no CertificateList.</exception>
    public static RevocationListReader Read(byte[] encoded)
    {
        var outer = new AsnReader(encoded, AsnEncodingRules.DER);
        var list = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        var signed = list.PeekEncodedValue();
        var body = list.ReadSequence();
        var algorithm = list.ReadSequence().ReadObjectIdentifier();
        var signature = new RevocationListSignature(signed, algorithm, list.ReadBitString(out _));
        if (Next(body) == Asn1Tag.Integer)
        {
            body.ReadInteger();
        }

        body.ReadSequence();
        var issuer = new X500DistinguishedName(body.ReadEncodedValue().Span);
        var read = new RevocationListReader(issuer, ReadTime(body), signature)
        {
            NextUpdate = IsTime(body) ? ReadTime(body) : null,
        };
        if (Next(body) == Asn1Tag.Sequence)
        {
            read.ReadEntries(body.ReadSequence());
        }

        return read;
    }

    private void ReadEntries(AsnReader entries)
    {
        while (entries.HasData)
        {
            var entry = entries.ReadSequence();
            var serial = Convert.ToHexString(entry.ReadIntegerBytes().Span);
            Revoked[serial] = ReadTime(entry);
        }
    }

    private static Asn1Tag? Next(AsnReader reader) => reader.HasData ? reader.PeekTag() : null;

    private static bool IsTime(AsnReader reader) => Next(reader) is { } tag && (tag == Asn1Tag.UtcTime || tag == Asn1Tag.GeneralizedTime);

    private static DateTimeOffset ReadTime(AsnReader reader) =>
        Next(reader) == Asn1Tag.UtcTime ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}
