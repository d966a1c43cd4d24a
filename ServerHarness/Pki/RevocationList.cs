using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>
/// One certificate revocation list, read strictly (RFC 5280, 5): version 2, complete and direct, with a nextUpdate. A list that
/// says something which is not understood here is refused as a whole. Pure; reading it says nothing of its signature.
/// </summary>
public sealed class RevocationList
{
    private const string DeltaIndicator = "2.5.29.27";
    private const string IssuingDistributionPoint = "2.5.29.28";
    private const string CrlNumber = "2.5.29.20";
    private const string AuthorityKeyIdentifier = "2.5.29.35";
    private const int LastYearOfUtcTime = 2049;

    private static readonly Asn1Tag s_extensions = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private readonly Dictionary<string, DateTimeOffset> _revoked = [];

    private RevocationList(ReadOnlyMemory<byte> der)
    {
        RawData = der;
        var envelope = Envelope = SignedDer.Read(der);
        var outer = new AsnReader(envelope.Signed, AsnEncodingRules.DER);
        var list = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        if (!list.TryReadInt32(out var version) || version != 1)
        {
            throw new AsnContentException("it is not of version 2");
        }

        if (!list.ReadEncodedValue().Span.SequenceEqual(envelope.Algorithm.Span))
        {
            throw new AsnContentException("it names two signature algorithms");
        }

        Issuer = new(list.ReadEncodedValue().Span);
        ThisUpdate = ReadTime(list);
        NextUpdate = ReadTime(list);
        if (NextUpdate <= ThisUpdate)
        {
            throw new AsnContentException("it ends before it begins");
        }

        if (list.HasData && list.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            ReadEntries(list.ReadSequence());
        }

        if (list.HasData)
        {
            RefuseLimits(list.ReadSequence(s_extensions));
        }

        list.ThrowIfNotEmpty();
    }

    /// <summary>The authority's name.</summary>
    public X500DistinguishedName Issuer { get; }

    /// <summary>From when it holds.</summary>
    public DateTimeOffset ThisUpdate { get; }

    /// <summary>When there is a newer one at the latest: from then on it says nothing.</summary>
    public DateTimeOffset NextUpdate { get; }

    /// <summary>How many certificates it takes back.</summary>
    public int Count => _revoked.Count;

    /// <summary>DER.</summary>
    public ReadOnlyMemory<byte> RawData { get; }

    /// <summary>What is signed, and the signature.</summary>
    internal SignedDer Envelope { get; }

    /// <exception cref="AsnContentException">It is no such list.</exception>
    public static RevocationList Read(ReadOnlyMemory<byte> der) => new(der);

    /// <summary>When a certificate was taken back, or null. Of those of other issuers it says nothing.</summary>
    public DateTimeOffset? RevokedAt(X509Certificate2 certificate) =>
        Concerns(certificate) && _revoked.TryGetValue(Canonical(certificate.SerialNumberBytes.Span), out var when) ? when : null;

    /// <param name="serial">The serial number of a certificate of this issuer, big-endian.</param>
    public bool Revokes(ReadOnlySpan<byte> serial) => _revoked.ContainsKey(Canonical(serial));

    /// <summary>Whether the certificate's issuer has the name of this list's issuer.</summary>
    public bool Concerns(X509Certificate2 certificate) => certificate.IssuerName.RawData.AsSpan().SequenceEqual(Issuer.RawData);

    /// <summary>Whether it may be relied on at a moment.</summary>
    public bool IsCurrent(DateTimeOffset now) => now >= ThisUpdate && now < NextUpdate;

    /// <summary>Whether this authority has signed it, and may (RFC 5280, 6.3.3, f).</summary>
    public bool IsSignedBy(X509Certificate2 issuer)
    {
        if (!issuer.SubjectName.RawData.AsSpan().SequenceEqual(Issuer.RawData)
            || !issuer.Extensions.OfType<X509KeyUsageExtension>().All(u => u.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign)))
        {
            return false;
        }

        try
        {
            using var key = IssuerKey.Of(issuer);
            return Envelope.IsSignedBy(key);
        }
        catch (CryptographicException)
        {
            // A key of another kind, which signs no list that is taken here.
            return false;
        }
    }

    private void ReadEntries(AsnReader entries)
    {
        // RFC 5280, 5.1.2.6: without entries the list is absent, not empty. Some authorities write an empty one: it says the same.
        while (entries.HasData)
        {
            var entry = entries.ReadSequence();
            _revoked[Canonical(entry.ReadIntegerBytes().Span)] = ReadTime(entry);
            if (entry.HasData)
            {
                RefuseCritical(entry.ReadSequence(), "an entry");
            }

            entry.ThrowIfNotEmpty();
        }
    }

    private static void RefuseLimits(AsnReader explicitly)
    {
        var extensions = explicitly.ReadSequence();
        explicitly.ThrowIfNotEmpty();
        RefuseCritical(extensions, "it");
    }

    private static void RefuseCritical(AsnReader extensions, string what)
    {
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            var oid = extension.ReadObjectIdentifier();
            var critical = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();
            extension.ReadOctetString();
            extension.ThrowIfNotEmpty();

            // These narrow down what a list speaks of: taken for a complete one it would let revoked clients in.
            if (oid is DeltaIndicator or IssuingDistributionPoint || (critical && oid is not (CrlNumber or AuthorityKeyIdentifier)))
            {
                throw new AsnContentException($"{what} has the extension {oid}, which is not understood here");
            }
        }
    }

    private static DateTimeOffset ReadTime(AsnReader reader) => reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime)
        ? reader.ReadUtcTime(LastYearOfUtcTime)
        : reader.ReadGeneralizedTime();

    private static string Canonical(ReadOnlySpan<byte> serial) => Convert.ToHexString(serial.TrimStart((byte)0));
}
