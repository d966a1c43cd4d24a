using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>
/// The revocation lists of a PKI folder: one per authority, which is also the record of what was revoked, and their
/// concatenation for programs that take one file.
/// </summary>
internal sealed class RevocationLists(PkiLayout layout, TimeProvider clock)
{
    /// <summary>Whether an authority has revoked the certificate.</summary>
    public bool Revokes(string authority, X509Certificate2 certificate) => Read(authority)?.RevokedAt(certificate) is not null;

    /// <summary>Whether the list is missing, not yet valid by our clock, or past half of its time.</summary>
    public bool NeedsRenewal(string authority)
    {
        var list = Read(authority);
        var now = clock.GetUtcNow();
        return !File.Exists(layout.RevocationList(authority))
            || list is null
            || now < list.ThisUpdate
            || now >= list.ThisUpdate + ((list.NextUpdate - list.ThisUpdate) / 2);
    }

    /// <summary>Writes the authority's list anew, with what it revokes from now on.</summary>
    /// <returns>The serial numbers that were not revoked before.</returns>
    public IReadOnlyList<string> Write(
        string name, CertificateAuthority authority, IEnumerable<X509Certificate2> revoked, X509RevocationReason? reason = null)
    {
        var old = Read(name);
        var added = revoked.DistinctBy(c => c.SerialNumber).Where(c => old?.RevokedAt(c) is null).ToList();
        var encoded = authority.SignRevocationList(old, added, Lifetime(name), reason);
        AtomicFile.Write(layout.RevocationList(name), RevocationListFile.Pem(RevocationList.Read(encoded)), AtomicFile.Public);
        WriteCombined();
        return [.. added.Select(c => c.SerialNumber)];
    }

    /// <summary>Brings the concatenations up to the single lists.</summary>
    public void WriteCombined()
    {
        WriteIfDifferent(layout.Crl, Authorities.Intermediate, Authorities.Root);
        WriteIfDifferent(layout.OperatorCrl, Authorities.OperatorCa);
    }

    private static TimeSpan Lifetime(string authority) => TimeSpan.FromDays(
        CertificateProfile.OfAuthority(authority).RevocationListDays
            ?? throw new InvalidDataException($"the profile of {authority} has no revocationListDays"));

    private RevocationList? Read(string authority)
    {
        if (File.Exists(layout.RevocationList(authority)))
        {
            return RevocationListFile.ReadAll(layout.RevocationList(authority))[0];
        }

        // A list that was deleted by mistake must not make revoked certificates good again.
        var copies = authority == Authorities.OperatorCa ? layout.OperatorCrl : layout.Crl;
        if (!File.Exists(copies) || !File.Exists(layout.Authority(authority).Certificate))
        {
            return null;
        }

        using var issuer = CertificateFile.ReadAll(layout.Authority(authority).Certificate)[0];
        return RevocationListFile.ReadAll(copies).FirstOrDefault(l => l.IsSignedBy(issuer));
    }

    private void WriteIfDifferent(string path, params string[] names)
    {
        var content = string.Concat(names.Select(layout.RevocationList).Where(File.Exists).Select(File.ReadAllText));
        if (content.Length > 0 && (!File.Exists(path) || File.ReadAllText(path) != content))
        {
            AtomicFile.Write(path, content, AtomicFile.Public);
        }
    }
}
