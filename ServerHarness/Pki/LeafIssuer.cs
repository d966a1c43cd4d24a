using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>Makes and renews leaves; the caller holds the folder's lock.</summary>
internal sealed class LeafIssuer(PkiLayout layout, TimeProvider clock, Authorities authorities, RevocationLists lists)
{
    /// <summary>A certificate with a new key, unless the one that is there still serves.</summary>
    public Issued Issue(Leaf leaf, LeafSettings settings)
    {
        authorities.RefreshList(leaf.Authority);
        var existing = new ExistingLeaf(leaf);
        using var serving = existing.Serving(authorities.Trusted(leaf.Authority), lists, clock.GetUtcNow(), settings.Key);
        if (serving is not null)
        {
            return Issued.Of(leaf, serving, IssueOutcome.Unchanged);
        }

        using var authority = authorities.Open(leaf.Authority);
        var profile = settings.Lifetime is { } lifetime ? leaf.Profile with { Lifetime = lifetime } : leaf.Profile;
        using var certificate = authority.Issue(profile, leaf.Names, settings.Key);
        return Deliver(leaf, certificate, authority, existing.IsThere ? IssueOutcome.Replaced : IssueOutcome.Created);
    }

    /// <summary>A certificate for the same names, and the same key unless there is to be a new one.</summary>
    /// <exception cref="HarnessException">There is none, its key does not fit, or it was revoked.</exception>
    public Issued Renew(Leaf leaf, LeafSettings settings, bool newKey)
    {
        using var old = CertificateFile.ReadWithKey(leaf.Files.Certificate, leaf.Files.Key);
        if (lists.Revokes(leaf.Authority, old))
        {
            throw new HarnessException(
                $"the certificate of {leaf.Kind} '{leaf.Names.CommonName}' was revoked",
                $"if its holder is to be trusted again, give it a new one: pki issue {leaf.Kind} {leaf.Names.CommonName}");
        }

        authorities.RefreshList(leaf.Authority);
        using var authority = authorities.Open(leaf.Authority);
        using var key = newKey || settings.Key is not null ? (settings.Key ?? KeyAlgorithm.Of(old) ?? KeyAlgorithm.P256).Generate() : old.PrivateKey();
        var profile = settings.Lifetime is { } lifetime ? leaf.Profile with { Lifetime = lifetime } : leaf.Profile;
        using var certificate = authority.Issue(profile, leaf.Names, key);
        return Deliver(leaf, certificate, authority, IssueOutcome.Renewed);
    }

    private Issued Deliver(Leaf leaf, X509Certificate2 certificate, CertificateAuthority authority, IssueOutcome outcome)
    {
        using var key = certificate.PrivateKey();

        // A peer that trusts only the root needs the intermediate from us (RFC 8446, 4.4.2); a root sends itself to nobody.
        X509Certificate2[] sent = leaf.Authority == Authorities.Intermediate ? [certificate, authority.Certificate] : [certificate];
        PkiTransaction.Begin(layout.Folder)
            .Put(layout.Issued(certificate.SerialNumber), CertificateFile.Pem(certificate), AtomicFile.Public)
            .Put(leaf.Files.Key, KeyFile.Pem(key), AtomicFile.Secret)
            .Put(leaf.Files.Certificate, CertificateFile.Pem(sent), AtomicFile.Public)
            .Commit();
        return Issued.Of(leaf, certificate, outcome);
    }
}
