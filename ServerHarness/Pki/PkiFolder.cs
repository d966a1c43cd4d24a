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

    private PkiFolder(string folder, TimeProvider? clock)
    {
        _clock = clock ?? TimeProvider.System;
        Layout = new(Path.GetFullPath(folder));
        _authorities = new(Layout, _clock);
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
    public Issued IssueServer(params string[] names)
    {
        var subject = SubjectNames.OfServer(names);
        return Issue("server", CertificateProfile.Server, subject, Layout.Server(subject.CommonName), Authorities.Intermediate);
    }

    /// <summary>A device's certificate; its common name is the id.</summary>
    public Issued IssueDevice(string id)
    {
        var subject = SubjectNames.OfClient("device", id);
        RefuseTaken("an operator", Layout.Operator(id), id);
        return Issue("device", CertificateProfile.Device, subject, Layout.Device(id), Authorities.Intermediate);
    }

    /// <summary>An operator's certificate, from the separate operator CA.</summary>
    public Issued IssueOperator(string name)
    {
        var subject = SubjectNames.OfClient("operator", name);
        RefuseTaken("a device", Layout.Device(name), name);
        return Issue("operator", CertificateProfile.Operator, subject, Layout.Operator(name), Authorities.OperatorCa);
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

    private Issued Issue(string kind, CertificateProfile profile, SubjectNames names, KeyPairFiles files, string authorityName)
    {
        using var writer = PkiLock.Acquire(Layout.Folder);
        using var authority = _authorities.Open(authorityName);
        var trusted = CertificateFile.ReadAll(authorityName == Authorities.OperatorCa ? Layout.OperatorCa : Layout.CaChain);
        var existing = new ExistingLeaf(files);
        using var serving = existing.Serving(profile, names, trusted, _clock.GetUtcNow());
        if (serving is not null)
        {
            return Issued.Of(kind, names.CommonName, names.Alternatives, files, serving, IssueOutcome.Unchanged);
        }

        var outcome = existing.IsThere ? IssueOutcome.Replaced : IssueOutcome.Created;
        using var leaf = authority.Issue(profile, names);
        AtomicFile.CreateFolder(Path.GetDirectoryName(files.Certificate)!);
        CertificateFile.WriteKey(files.Key, leaf);

        // A peer that trusts only the root needs the intermediate from us (RFC 8446, 4.4.2); a root sends itself to nobody.
        X509Certificate2[] sent = authorityName == Authorities.Intermediate ? [leaf, authority.Certificate] : [leaf];
        CertificateFile.WriteCertificates(files.Certificate, sent);
        return Issued.Of(kind, names.CommonName, names.Alternatives, files, leaf, outcome);
    }
}
