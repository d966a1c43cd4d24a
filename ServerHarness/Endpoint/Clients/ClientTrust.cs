using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Endpoint.Clients;

/// <summary>Whose certificates make a client: the authorities, and what they have taken back. Never changes once it is loaded.</summary>
internal sealed class ClientTrust : IDisposable
{
    private readonly IReadOnlyList<TrustedIssuer> _issuers;

    private ClientTrust(X509Certificate2Collection authorities, RevocationFile? revocations)
    {
        Authorities = authorities;
        Revocations = revocations;
        _issuers = [.. authorities.Select(a => TrustedIssuer.Of(a, authorities)).OfType<TrustedIssuer>()];
    }

    /// <summary>Roots and intermediates.</summary>
    public X509Certificate2Collection Authorities { get; }

    /// <summary>What was taken back; null where no list is kept.</summary>
    public RevocationFile? Revocations { get; }

    /// <param name="revocationFile">Null: nothing is ever taken back.</param>
    /// <exception cref="HarnessException">A file cannot be used.</exception>
    public static ClientTrust Load(string authoritiesFile, string? revocationFile)
    {
        var authorities = CertificateFile.ReadAll(authoritiesFile);
        return new(authorities, revocationFile is null ? null : RevocationFile.Read(revocationFile, authorities));
    }

    /// <summary>Who has shown a certificate. Its key is known to be the client's: TLS has seen to that.</summary>
    /// <param name="sent">What the client has sent with it.</param>
    public ClientIdentity Decide(X509Certificate2 certificate, X509Certificate2Collection sent, DateTimeOffset now)
    {
        var issuer = _issuers.FirstOrDefault(i => i.HasSigned(certificate));
        var (refusal, until) = issuer is null ? ByChain(certificate, sent, now) : ByIssuer(certificate, issuer, now);
        refusal ??= LeafRules.Refusal(certificate);
        if (refusal is not null)
        {
            return ClientIdentity.Refused(refusal);
        }

        return LeafRules.NameOf(certificate) is { } name
            ? new(name, null) { Serial = certificate.SerialNumber, Until = until }
            : ClientIdentity.Refused("the certificate has not exactly one common name");
    }

    public void Dispose()
    {
        foreach (var issuer in _issuers)
        {
            issuer.Dispose();
        }

        foreach (var authority in Authorities)
        {
            authority.Dispose();
        }
    }

    private (string? Refusal, DateTimeOffset Until) ByIssuer(X509Certificate2 certificate, TrustedIssuer issuer, DateTimeOffset now) =>
        Judge([certificate, .. issuer.Path], Earlier(issuer.Until, certificate.NotAfter.ToUniversalTime()), now)
        is var (refusal, until) && refusal is null && now < issuer.From
            ? ($"an authority above it begins only at {issuer.From:u}", until)
            : (refusal, until);

    // The long way, for authorities with constraints and for who has none of ours.
    private (string? Refusal, DateTimeOffset Until) ByChain(X509Certificate2 certificate, X509Certificate2Collection sent, DateTimeOffset now)
    {
        using var chain = new X509Chain { ChainPolicy = CertificateChain.Policy(Authorities, Purposes.ClientAuthentication) };
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.ExtraStore.AddRange(sent);
        var trusted = chain.Build(certificate);
        var path = chain.ChainElements.Select(e => e.Certificate).ToList();
        var judged = trusted
            ? Judge(path, path.Min(c => c.NotAfter).ToUniversalTime(), now)
            : (CertificateChain.Words(chain.ChainStatus), now);
        path.ForEach(c => c.Dispose());
        return judged;
    }

    // What remains to be said once the signatures along a path are good: dates, and whether somebody has taken one back.
    private (string? Refusal, DateTimeOffset Until) Judge(List<X509Certificate2> path, DateTimeOffset until, DateTimeOffset now)
    {
        var leaf = path[0];
        if (now < leaf.NotBefore.ToUniversalTime())
        {
            return ($"it begins only at {leaf.NotBefore.ToUniversalTime():u}", now);
        }

        if (now > until)
        {
            return ($"{(now > leaf.NotAfter.ToUniversalTime() ? "it" : "an authority above it")} expired at {until:u}", now);
        }

        if (Revocations is null)
        {
            return (null, until);
        }

        var refusal = path.Zip(path.Skip(1)).Select(pair => Revocations.Refusal(pair.First, pair.Second, now)).FirstOrDefault(r => r is not null);
        return (refusal, Earlier(until, Revocations.NextUpdate));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
