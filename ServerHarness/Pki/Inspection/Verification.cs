using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki.Inspection;

/// <summary>Whether a chain may be trusted, and why not.</summary>
public static class Verification
{
    /// <summary>Every reason to refuse it; empty if it is good.</summary>
    /// <param name="authorities">Roots that are trusted, and intermediates.</param>
    /// <param name="purpose">One of <see cref="Purposes"/>.</param>
    /// <param name="name">The name or address that it must be for; null asks for none.</param>
    /// <param name="lists">Revocation lists of the authorities; one that is overdue or of a wrong signature is a reason.</param>
    public static IReadOnlyList<string> Refusals(
        ShownChain shown, X509Certificate2Collection authorities, string purpose, string? name, IReadOnlyList<RevocationList> lists, DateTimeOffset now)
    {
        var all = new X509Certificate2Collection(authorities);

        // What is sent helps to reach a root, but is never trusted for itself.
        all.AddRange(shown.Certificates.Where(c => !c.IsSelfIssued()).ToArray());
        var refusals = new List<string>();
        if (CertificateChain.Refusal(shown.First, all, purpose, now) is { } broken)
        {
            refusals.Add(broken);
        }

        if (name is not null && !shown.First.MatchesHostname(name, allowCommonName: false))
        {
            refusals.Add($"it is for {string.Join(", ", shown.First.AlternativeNames())}, not for {name}");
        }

        foreach (var list in lists.Where(l => l.Concerns(shown.First)))
        {
            refusals.AddRange(Reasons(list, shown.First, all, now));
        }

        return refusals;
    }

    private static IEnumerable<string> Reasons(RevocationList list, X509Certificate2 certificate, X509Certificate2Collection all, DateTimeOffset now)
    {
        if (!all.Any(list.IsSignedBy))
        {
            yield return "the revocation list of its issuer has a wrong signature";
        }

        if (!list.IsCurrent(now))
        {
            yield return $"the revocation list of its issuer was due to be replaced at {list.NextUpdate:u}";
        }

        if (list.RevokedAt(certificate) is { } when)
        {
            yield return $"it was revoked at {when:u}";
        }
    }
}
