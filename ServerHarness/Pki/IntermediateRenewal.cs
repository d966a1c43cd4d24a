using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>The outcome of renewing the intermediate.</summary>
/// <param name="Certificate">The new certificate and where it is.</param>
/// <param name="Chains">The files of servers and devices that now send it.</param>
public sealed record RenewedIntermediate(Issued Certificate, IReadOnlyList<string> Chains);

/// <summary>
/// A new certificate for the intermediate's name and key. What the key has signed, leaves and revocation lists, stays valid
/// under either certificate (RFC 5280, 6.1 asks for name and signature, not for one certificate).
/// </summary>
internal sealed class IntermediateRenewal(PkiLayout layout, Authorities authorities)
{
    /// <summary>Signs it with the root and puts it wherever the old one was; the caller holds the folder's lock.</summary>
    /// <param name="lifetime">Null takes the profile's; never longer than the root lives.</param>
    /// <exception cref="HarnessException">The root's key is not here, or the root ends no later than the one that is there.</exception>
    public RenewedIntermediate Renew(Lifetime? lifetime)
    {
        var files = layout.Authority(Authorities.Intermediate);
        if (layout.Authority(Authorities.Root).Key is var rootKey && !File.Exists(rootKey))
        {
            throw new HarnessException(
                $"{rootKey} is not here, and only the root can renew the intermediate", "bring the root's key back for this one command", ExitCode.Missing);
        }

        using var old = authorities.Open(Authorities.Intermediate);
        using var root = authorities.Open(Authorities.Root);
        var profile = lifetime is null ? CertificateProfile.Intermediate : CertificateProfile.Intermediate with { Lifetime = lifetime };
        using var renewed = root.Renew(old.Certificate, profile);
        if (lifetime is null && renewed.Certificate.NotAfter <= old.Certificate.NotAfter)
        {
            throw new HarnessException(
                $"a new intermediate would end no later than the one that is there: the root itself ends at {root.Certificate.NotAfter.ToUniversalTime():u}",
                "make a new PKI in another folder in time: pki init --folder NEW");
        }

        var transaction = PkiTransaction.Begin(layout.Folder)
            .Put(files.Certificate, CertificateFile.Pem(renewed.Certificate), AtomicFile.Public)
            .Put(layout.CaChain, CertificateFile.Pem(renewed.Certificate, root.Certificate), AtomicFile.Public);
        var chains = new List<string>();
        foreach (var (file, leaf) in LeavesBelow(old.Certificate))
        {
            transaction.Put(file, CertificateFile.Pem(leaf, renewed.Certificate), AtomicFile.Public);
            leaf.Dispose();
            chains.Add(file);
        }

        transaction.Commit();
        var name = renewed.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        return new(Issued.Of(Authorities.Intermediate, name, [], files, renewed.Certificate, IssueOutcome.Renewed), chains);
    }

    // Any certificate of the intermediate's name and key, so that one that an older backup brought back is replaced too.
    private IEnumerable<(string File, X509Certificate2 Leaf)> LeavesBelow(X509Certificate2 intermediate)
    {
        var key = intermediate.PublicKey.ExportSubjectPublicKeyInfo();
        foreach (var file in LeafFiles())
        {
            if (Read(file) is [var leaf, var sent]
                && sent.SubjectName.RawData.AsSpan().SequenceEqual(intermediate.SubjectName.RawData)
                && sent.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key))
            {
                yield return (file, leaf);
            }
        }
    }

    private IEnumerable<string> LeafFiles() =>
        from place in new[] { (Folder: layout.Servers, Name: "server"), (Folder: layout.Devices, Name: "client") }
        where Directory.Exists(place.Folder)
        from folder in Directory.GetDirectories(place.Folder).Order(StringComparer.Ordinal)
        let file = PkiLayout.Pair(folder, place.Name).Certificate
        where File.Exists(file)
        select file;

    // A damaged file is the business of 'pki issue', which makes it anew.
    private static X509Certificate2Collection? Read(string file)
    {
        try
        {
            return CertificateFile.ReadAll(file);
        }
        catch (HarnessException e) when (e.ExitCode == ExitCode.Failed)
        {
            return null;
        }
    }
}
