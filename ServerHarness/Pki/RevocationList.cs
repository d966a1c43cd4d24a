using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>A certificate revocation list (RFC 5280, 5), read from a file: what one authority no longer stands for.</summary>
public sealed class RevocationList
{
    private const string PemLabel = "X509 CRL";

    private readonly Dictionary<string, DateTimeOffset> _revoked;
    private readonly RevocationListSignature _signature;

    private RevocationList(RevocationListReader read, byte[] encoded)
    {
        Issuer = read.Issuer;
        ThisUpdate = read.ThisUpdate;
        NextUpdate = read.NextUpdate;
        RawData = encoded;
        _revoked = read.Revoked;
        _signature = read.Signature;
    }

    /// <summary>The authority's name.</summary>
    public X500DistinguishedName Issuer { get; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset ThisUpdate { get; }

    /// <summary>When the next one is due, UTC: an older list may not be relied on. Null where the list does not say.</summary>
    public DateTimeOffset? NextUpdate { get; }

    /// <summary>DER.</summary>
    public ReadOnlyMemory<byte> RawData { get; }

    /// <summary>Serial numbers, upper-case hexadecimal as <see cref="X509Certificate.GetSerialNumberString"/> writes them, with their time.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Revoked => _revoked;

    /// <summary>Every list of a PEM file, in its order.</summary>
    /// <exception cref="HarnessException">Missing, unreadable, or not a list.</exception>
    public static IReadOnlyList<RevocationList> ReadAll(string path)
    {
        var text = CertificateFile.ReadText(path, "revocation list");
        var lists = new List<RevocationList>();
        try
        {
            for (ReadOnlySpan<char> rest = text; PemEncoding.TryFind(rest, out var block); rest = rest[block.Location.End..])
            {
                if (rest[block.Label].SequenceEqual(PemLabel))
                {
                    lists.Add(Decode(Convert.FromBase64String(rest[block.Base64Data].ToString())));
                }
            }
        }
        catch (AsnContentException e)
        {
            throw new HarnessException($"{path} is not a revocation list: {e.Message}", "make it again: pki crl", inner: e);
        }

        return lists.Count > 0 ? lists : throw new HarnessException($"{path} holds no PEM revocation list", "make it again: pki crl");
    }

    /// <summary>Reads one list from DER.</summary>
    /// <exception cref="AsnContentException">It is none.</exception>
    public static RevocationList Decode(byte[] encoded) => new(RevocationListReader.Read(encoded), encoded);

    /// <summary>Whether this list names the certificate. It says nothing about certificates of other issuers.</summary>
    public bool Revokes(X509Certificate2 certificate) =>
        Concerns(certificate) && _revoked.ContainsKey(certificate.SerialNumber);

    /// <summary>Whether the certificate's issuer has the name of this list's issuer.</summary>
    public bool Concerns(X509Certificate2 certificate) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(Issuer.RawData);

    /// <summary>Whether it may be relied on at a moment.</summary>
    public bool IsCurrent(DateTimeOffset now) => now >= ThisUpdate && (NextUpdate is null || now <= NextUpdate);

    /// <summary>Whether this authority has signed it, and may.</summary>
    public bool IsSignedBy(X509Certificate2 issuer) =>
        issuer.SubjectName.RawData.AsSpan().SequenceEqual(Issuer.RawData)
        && issuer.Extensions.OfType<X509KeyUsageExtension>().All(u => u.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign))
        && _signature.IsBy(issuer);

    internal string Pem() => PemEncoding.WriteString(PemLabel, RawData.Span) + "\n";
}
