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
    private readonly LeafIssuer _issuer;

    private PkiFolder(string folder, TimeProvider? clock, CaPassphrase? passphrase)
    {
        _clock = clock ?? TimeProvider.System;
        Layout = new(Path.GetFullPath(folder));
        _lists = new(Layout, _clock);
        _authorities = new(Layout, _clock, _lists, passphrase ?? CaPassphrase.None);
        _issuer = new(Layout, _clock, _authorities, _lists);
    }

    /// <summary>Where the files are.</summary>
    public PkiLayout Layout { get; }

    /// <summary>The authorities, if this object came from <see cref="OpenOrCreate"/>; else empty.</summary>
    public IReadOnlyList<Issued> Made { get; private init; } = [];

    /// <summary>Opens the PKI of a folder, and makes what it lacks.</summary>
    /// <param name="clock">Tells the time that certificates begin at; null is the system's.</param>
    /// <param name="settings">How missing authorities are made; null takes the profiles as they are.</param>
    /// <param name="passphrase">Encrypts the authorities' keys, those that are there too; null leaves them as they are.</param>
    /// <exception cref="HarnessException">The folder cannot be written, or holds half of another PKI, or the passphrase is wrong.</exception>
    public static PkiFolder OpenOrCreate(
        string folder, TimeProvider? clock = null, AuthoritySettings? settings = null, CaPassphrase? passphrase = null)
    {
        var pki = new PkiFolder(folder, clock, passphrase);
        using var writer = PkiLock.Acquire(pki.Layout.Folder);
        var made = pki._authorities.Ensure(settings ?? new());
        return new(folder, clock, passphrase) { Made = made };
    }

    /// <summary>Opens the PKI of a folder.</summary>
    /// <param name="passphrase">Opens the authorities' keys when something has to be signed; null suits keys that are not encrypted.</param>
    /// <exception cref="HarnessException">There is none.</exception>
    public static PkiFolder Open(string folder, TimeProvider? clock = null, CaPassphrase? passphrase = null)
    {
        var pki = new PkiFolder(folder, clock, passphrase);
        if (PkiTransaction.IsUnfinished(pki.Layout.Folder))
        {
            PkiLock.Acquire(pki.Layout.Folder).Dispose();
        }

        return pki._authorities.Exist
            ? pki
            : throw new HarnessException(
                $"there is no PKI in {pki.Layout.Folder}", $"make one: pki init --folder {folder}", ExitCode.Missing);
    }

    /// <summary>A certificate for an HTTPS endpoint or a broker.</summary>
    /// <param name="names">Host names, wildcards and IP addresses it is reached by; the first names its folder.</param>
    public Issued IssueServer(params string[] names) => IssueServer(names, new());

    /// <summary>A certificate for an HTTPS endpoint or a broker, made as the settings say.</summary>
    public Issued IssueServer(string[] names, LeafSettings settings) => Issue(Leaf.Server(Layout, names), settings);

    /// <summary>A device's certificate; its common name is the id.</summary>
    public Issued IssueDevice(string id, LeafSettings? settings = null)
    {
        var leaf = Leaf.Device(Layout, id);
        RefuseTaken("an operator", Layout.Operator(id), id);
        return Issue(leaf, settings ?? new());
    }

    /// <summary>An operator's certificate, from the separate operator CA.</summary>
    public Issued IssueOperator(string name, LeafSettings? settings = null)
    {
        var leaf = Leaf.Operator(Layout, name);
        RefuseTaken("a device", Layout.Device(name), name);
        return Issue(leaf, settings ?? new());
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

    /// <summary>A new certificate for the names of the one that is there, with its key unless there is to be a new one.</summary>
    /// <param name="kind">server, device or operator.</param>
    /// <param name="name">The id, or the server's first name.</param>
    /// <exception cref="HarnessException">There is none, or it was revoked.</exception>
    public Issued Renew(string kind, string name, LeafSettings? settings = null, bool newKey = false)
    {
        using var writer = PkiLock.Acquire(Layout.Folder);
        return _issuer.Renew(Leaf.Existing(Layout, kind, name), settings ?? new(), newKey);
    }

    /// <summary>A new certificate for the intermediate's key, wherever the old one was. All that it has signed stays valid.</summary>
    /// <param name="lifetime">Null takes the profile's.</param>
    /// <exception cref="HarnessException">The root's key is not here, or the root ends too soon.</exception>
    public RenewedIntermediate RenewIntermediate(Lifetime? lifetime = null)
    {
        using var writer = PkiLock.Acquire(Layout.Folder);
        return new IntermediateRenewal(Layout, _authorities).Renew(lifetime);
    }

    /// <summary>The certificate and key of a server, device or operator.</summary>
    /// <exception cref="HarnessException">There is none.</exception>
    public KeyPairFiles FilesOf(string kind, string name) => Leaf.Existing(Layout, kind, name).Files;

    /// <summary>The authorities, then every server, device and operator.</summary>
    public IReadOnlyList<ListedCertificate> List() => new Inventory(Layout, _clock, _lists).All();

    /// <summary>Makes the revocation lists anew, except those of authorities whose key is not here.</summary>
    /// <returns>The authorities whose lists are new.</returns>
    public IReadOnlyList<string> RenewRevocationLists()
    {
        using var writer = PkiLock.Acquire(Layout.Folder);
        return [.. Authorities.All.Where(name => _authorities.RefreshList(name, always: true))];
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

    private Issued Issue(Leaf leaf, LeafSettings settings)
    {
        using var writer = PkiLock.Acquire(Layout.Folder);
        return _issuer.Issue(leaf, settings);
    }
}
