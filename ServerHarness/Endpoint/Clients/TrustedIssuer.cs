using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Endpoint.Clients;

/// <summary>
/// An authority whose own path to a root was verified once, by .NET's chain engine. A leaf that it has signed needs one check of a
/// signature instead of a chain: that is most of what a new connection costs beside the handshake itself.
/// </summary>
internal sealed class TrustedIssuer : IDisposable
{
    // Constraints on names, policies or purposes need the whole chain engine: an authority that has any is none of these.
    private static readonly HashSet<string> s_plain =
    [
        "2.5.29.14", // subjectKeyIdentifier
        "2.5.29.15", // keyUsage
        "2.5.29.19", // basicConstraints
        "2.5.29.35", // authorityKeyIdentifier
    ];

    // A key object is not said to be safe for several threads at once.
    private readonly ThreadLocal<AsymmetricAlgorithm> _key;

    private TrustedIssuer(IReadOnlyList<X509Certificate2> path)
    {
        Path = path;
        From = path.Max(c => c.NotBefore).ToUniversalTime();
        Until = path.Min(c => c.NotAfter).ToUniversalTime();
        _key = new(() => IssuerKey.Of(path[0]), trackAllValues: true);
    }

    /// <summary>The authority itself, then who has signed it, up to the root.</summary>
    public IReadOnlyList<X509Certificate2> Path { get; }

    /// <summary>First moment at which the whole path is valid.</summary>
    public DateTimeOffset From { get; }

    /// <summary>Last moment at which the whole path is valid.</summary>
    public DateTimeOffset Until { get; }

    /// <returns>Null where the authority must be judged by the chain engine each time.</returns>
    public static TrustedIssuer? Of(X509Certificate2 authority, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain { ChainPolicy = CertificateChain.Policy(authorities, Purposes.ClientAuthentication) };
        var trusted = chain.Build(authority);
        var path = chain.ChainElements.Select(e => e.Certificate).ToList();
        if (trusted && path.Select((certificate, below) => MayIssue(certificate, below)).All(may => may))
        {
            return new(path);
        }

        path.ForEach(c => c.Dispose());
        return null;
    }

    /// <summary>Whether this authority's name and key stand behind a certificate.</summary>
    public bool HasSigned(X509Certificate2 certificate)
    {
        if (!certificate.IssuerName.RawData.AsSpan().SequenceEqual(Path[0].SubjectName.RawData))
        {
            return false;
        }

        try
        {
            var envelope = SignedDer.Read(certificate.RawDataMemory);
            return InnerAlgorithm(envelope.Signed).Span.SequenceEqual(envelope.Algorithm.Span) && envelope.IsSignedBy(_key.Value!);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            // Not in DER, or not a signature: whatever it is, this authority did not make it.
            return false;
        }
    }

    public void Dispose()
    {
        foreach (var key in _key.Values)
        {
            key.Dispose();
        }

        _key.Dispose();
        foreach (var certificate in Path)
        {
            certificate.Dispose();
        }
    }

    private static bool MayIssue(X509Certificate2 authority, int authoritiesBelow) =>
        authority.Extensions.All(e => s_plain.Contains(e.Oid!.Value!))
        && authority.Extensions.OfType<X509KeyUsageExtension>().Any(u => u.KeyUsages.HasFlag(X509KeyUsageFlags.KeyCertSign))
        && authority.Extensions.OfType<X509BasicConstraintsExtension>().Any(
            c => c.CertificateAuthority && (!c.HasPathLengthConstraint || c.PathLengthConstraint >= authoritiesBelow));

    // RFC 5280, 4.1.1.2: the algorithm inside of what is signed must be the one outside.
    private static ReadOnlyMemory<byte> InnerAlgorithm(ReadOnlyMemory<byte> signed)
    {
        var reader = new AsnReader(signed, AsnEncodingRules.DER).ReadSequence();
        if (reader.PeekTag().HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            reader.ReadEncodedValue();
        }

        reader.ReadIntegerBytes();
        return reader.ReadEncodedValue();
    }
}
