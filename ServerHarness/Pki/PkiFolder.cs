using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>
/// A PKI in a folder: root, intermediate, operators' root, and what they have issued. Every operation may be repeated:
/// what is there and still serves stays as it is.
/// </summary>
public sealed class PkiFolder
{
    private readonly TimeProvider _clock;
    private readonly Authorities _authorities;
    private readonly RevocationLists _lists;

    private PkiFolder(string folder, TimeProvider? clock)
    {
        _clock = clock ?? TimeProvider.System;
        Layout = new(Path.GetFullPath(folder));
        _lists = new(Layout, _clock);
        _authorities = new(Layout, _clock, _lists);
    }

    /// <summary>Where the files are.</summary>
    public PkiLayout Layout { get; }

    /// <summary>The authorities, if this object came from <see cref="OpenOrCreate"/>; else empty.</summary>
    public IReadOnlyList<Issued> Made { get; private init; } = [];

    /// <summary>Opens the PKI of a folder, and makes what it lacks.</summary>
    /// <param name="clock">Tells the time that certificates begin at; null is the system's.</param>
    /// <exception cref="HarnessException">The folder cannot be written, or holds half of another PKI.</exception>
    public static PkiFolder OpenOrCreate(string folder, TimeProvider? clock = null)
    {
        var pki = new PkiFolder(folder, clock);
        using var writer = PkiLock.Acquire(pki.Layout.Folder);
        var made = pki._authorities.Ensure();
        return new(folder, clock) { Made = made };
    }

    /// <summary>Opens the PKI of a folder.</summary>
    /// <exception cref="HarnessException">There is none.</exception>
    public static PkiFolder Open(string folder, TimeProvider? clock = null)
    {
        var pki = new PkiFolder(folder, clock);
        return pki._authorities.Exist
            ? pki
            : throw new HarnessException(
                $"there is no PKI in {pki.Layout.Folder}", $"make one: pki init --folder {folder}", ExitCode.Missing);
    }

    /// <summary>A certificate for an HTTPS endpoint or a broker.</summary>
    /// <param name="names">Host names, wildcards and IP addresses it is reached by; the first names its folder.</param>
    public Issued IssueServer(params string[] names) => Issue(Leaf.Server(Layout, names));

    /// <summary>A device's certificate; its common name is the id.</summary>
    public Issued IssueDevice(string id)
    {
        var leaf = Leaf.Device(Layout, id);
        RefuseTaken("an operator", Layout.Operator(id), id);
        return Issue(leaf);
    }

    /// <summary>An operator's certificate, from the separate operator CA.</summary>
    public Issued IssueOperator(string name)
    {
        var leaf = Leaf.Operator(Layout, name);
        RefuseTaken("a device", Layout.Device(name), name);
        return Issue(leaf);
    }

    /// <summary>Revokes every certificate that was issued under a name and has not expired.</summary>
    /// <param name="kind">server, device or operator.</param>
    /// <param name="name">The id, or the server's first name.</param>
    /// <param name="reason">Written into the list; null leaves it out.</param>
    /// <exception cref="HarnessException">Nothing was issued under that name.</exception>
    public Revocation Revoke(string kind, string name, X509RevocationReason? reason = null)
    {
        var leaf = Leaf.Of(Layout, kind, name);
        using var writer = PkiLock.Acquire(Layout.Folder);
        var issued = new IssuedArchive(Layout).Of(leaf).Concat(new ExistingLeaf(leaf).Certificate()).ToList();
        if (issued.Count == 0)
        {
            throw new HarnessException(
                $"no {kind} certificate was ever issued to '{leaf.Names.CommonName}' here", "see what there is: pki list", ExitCode.Missing);
        }

        using var authority = _authorities.Open(leaf.Authority);
        var ours = issued.Where(c => c.IssuerName.RawData.AsSpan().SequenceEqual(authority.Certificate.SubjectName.RawData));
        var serials = _lists.Write(leaf.Authority, authority, ours.Where(c => c.NotAfter > _clock.GetLocalNow()), reason);
        issued.ForEach(c => c.Dispose());
        return new(kind, leaf.Names.CommonName, serials, leaf.Authority == Authorities.OperatorCa ? Layout.OperatorCrl : Layout.Crl);
    }

    // The broker knows clients by common name alone: one name must not be a device and an operator.
    private static void RefuseTaken(string kind, KeyPairFiles files, string name)
    {
        if (File.Exists(files.Certificate))
        {
            throw new HarnessException(
                $"'{name}' is already the name of {kind}: {files.Certificate}", "choose another name");
        }
    }

    private Issued Issue(Leaf leaf)
    {
        using var writer = PkiLock.Acquire(Layout.Folder);
        using var authority = _authorities.Open(leaf.Authority);
        if (_lists.NeedsRenewal(leaf.Authority))
        {
            _lists.Write(leaf.Authority, authority, []);
        }

        var trusted = CertificateFile.ReadAll(leaf.Authority == Authorities.OperatorCa ? Layout.OperatorCa : Layout.CaChain);
        var existing = new ExistingLeaf(leaf);
        using var serving = existing.Serving(trusted, _lists, _clock.GetUtcNow());
        if (serving is not null)
        {
            return Issued.Of(leaf, serving, IssueOutcome.Unchanged);
        }

        var outcome = existing.IsThere ? IssueOutcome.Replaced : IssueOutcome.Created;
        using var certificate = authority.Issue(leaf.Profile, leaf.Names);
        new IssuedArchive(Layout).Add(certificate);
        AtomicFile.CreateFolder(leaf.Folder);
        CertificateFile.WriteKey(leaf.Files.Key, certificate);

        // A peer that trusts only the root needs the intermediate from us (RFC 8446, 4.4.2); a root sends itself to nobody.
        X509Certificate2[] sent = leaf.Authority == Authorities.Intermediate ? [certificate, authority.Certificate] : [certificate];
        CertificateFile.WriteCertificates(leaf.Files.Certificate, sent);
        return Issued.Of(leaf, certificate, outcome);
    }
}
