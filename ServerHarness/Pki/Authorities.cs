using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>The three authorities of a PKI folder on disk.</summary>
internal sealed class Authorities(PkiLayout layout, TimeProvider clock, RevocationLists lists, CaPassphrase passphrase)
{
    public const string Root = "root";
    public const string Intermediate = "intermediate";
    public const string OperatorCa = "operator-ca";

    /// <summary>The names of all three.</summary>
    public static readonly string[] All = [Root, Intermediate, OperatorCa];

    /// <summary>Whether all that issuing needs has been made.</summary>
    public bool Exist => File.Exists(layout.Authority(Intermediate).Certificate)
        && File.Exists(layout.Authority(OperatorCa).Certificate)
        && File.Exists(layout.CaChain)
        && File.Exists(layout.OperatorCa);

    /// <summary>Makes what is missing and leaves the rest alone; encrypts plain keys if there is a passphrase.</summary>
    public IReadOnlyList<Issued> Ensure(AuthoritySettings settings)
    {
        AtomicFile.CreateFolder(Path.GetDirectoryName(layout.Authority(Root).Certificate)!);
        if (File.Exists(layout.Authority(Intermediate).Certificate) && !File.Exists(layout.Authority(Root).Certificate))
        {
            throw new HarnessException(
                $"{layout.Authority(Root).Certificate} is missing, but an intermediate that it signed is there",
                "put the root's certificate back (its key may stay offline), or make a new PKI in another folder");
        }

        // Before anything is made: a mistyped passphrase must not end up on half of the keys.
        Array.ForEach(All, Unlock);
        List<Issued> all =
        [
            Ensure(Root, () => CertificateAuthority.CreateRoot(settings.Root, clock, settings.Key)),
            Ensure(Intermediate, () => CreateIntermediate(settings)),
            Ensure(OperatorCa, () => CertificateAuthority.CreateRoot(settings.OperatorCa, clock, settings.Key)),
        ];
        using var root = Certificate(Root);
        using var intermediate = Certificate(Intermediate);
        using var operators = Certificate(OperatorCa);
        WriteIfDifferent(layout.CaChain, intermediate, root);
        WriteIfDifferent(layout.OperatorCa, operators);
        Array.ForEach(All, name => RefreshList(name));
        lists.WriteCombined();
        return all;
    }

    /// <summary>An authority with its key, ready to sign.</summary>
    /// <exception cref="HarnessException">The key is not there, or encrypted and the passphrase missing or wrong.</exception>
    public CertificateAuthority Open(string name) => new(ReadWithKey(name), clock);

    /// <summary>The certificates that lead from what an authority signs to its root.</summary>
    public X509Certificate2Collection Trusted(string name) =>
        CertificateFile.ReadAll(name == OperatorCa ? layout.OperatorCa : layout.CaChain);

    /// <summary>Makes an authority's revocation list anew if that is due and its key is here.</summary>
    /// <param name="always">Even if it is not due.</param>
    public bool RefreshList(string name, bool always = false)
    {
        // An offline root cannot sign; its list is made with it and outlives the intermediate.
        if ((!always && !lists.NeedsRenewal(name)) || !File.Exists(layout.Authority(name).Key))
        {
            return false;
        }

        using var authority = Open(name);
        lists.Write(name, authority, []);
        return true;
    }

    private CertificateAuthority CreateIntermediate(AuthoritySettings settings)
    {
        using var root = Open(Root);
        return root.CreateIntermediate(settings.Intermediate, settings.Key);
    }

    private void Unlock(string name)
    {
        var files = layout.Authority(name);
        if (!File.Exists(files.Certificate) || !File.Exists(files.Key) || passphrase.Value is null)
        {
            return;
        }

        var plain = !KeyFile.IsEncryptedFile(files.Key);
        using var there = ReadWithKey(name);
        if (plain)
        {
            CertificateFile.WriteKey(files.Key, there, passphrase.Value);
        }
    }

    private Issued Ensure(string name, Func<CertificateAuthority> create)
    {
        var files = layout.Authority(name);
        if (File.Exists(files.Certificate))
        {
            using var there = Existing(name, files);
            return Describe(name, files, there, IssueOutcome.Unchanged);
        }

        using var made = create();
        var value = All.Any(n => KeyFile.IsEncryptedFile(layout.Authority(n).Key)) ? passphrase.For(files.Key) : passphrase.Value;

        // The key first: a certificate whose key was lost to a power cut could never sign, a key without one is simply made anew.
        CertificateFile.WriteKey(files.Key, made.Certificate, value);
        CertificateFile.WriteCertificates(files.Certificate, made.Certificate);
        return Describe(name, files, made.Certificate, IssueOutcome.Created);
    }

    // The root's key may have been taken offline: only what signs leaves must be complete. An encrypted key is complete
    // as it lies there; that the passphrase fits was seen in Unlock, if there is one.
    private X509Certificate2 Existing(string name, KeyPairFiles files) =>
        (name == Root && !File.Exists(files.Key)) || KeyFile.IsEncryptedFile(files.Key) ? Certificate(name) : ReadWithKey(name);

    private static Issued Describe(string kind, KeyPairFiles files, X509Certificate2 certificate, IssueOutcome outcome) =>
        Issued.Of(kind, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), [], files, certificate, outcome);

    private X509Certificate2 ReadWithKey(string name) =>
        CertificateFile.ReadWithKey(layout.Authority(name).Certificate, layout.Authority(name).Key, passphrase.For);

    private X509Certificate2 Certificate(string name) => CertificateFile.ReadAll(layout.Authority(name).Certificate)[0];

    private static void WriteIfDifferent(string path, params ReadOnlySpan<X509Certificate2> certificates)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != CertificateFile.Pem(certificates))
        {
            CertificateFile.WriteCertificates(path, certificates);
        }
    }
}
