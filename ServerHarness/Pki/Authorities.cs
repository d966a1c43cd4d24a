using System.Security.Cryptography.X509Certificates;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>The three authorities of a PKI folder on disk.</summary>
internal sealed class Authorities(PkiLayout layout, TimeProvider clock, RevocationLists lists)
{
    public const string Root = "root";
    public const string Intermediate = "intermediate";
    public const string OperatorCa = "operator-ca";

    /// <summary>Whether all that issuing needs has been made.</summary>
    public bool Exist => File.Exists(layout.Authority(Intermediate).Certificate)
        && File.Exists(layout.Authority(OperatorCa).Certificate)
        && File.Exists(layout.CaChain)
        && File.Exists(layout.OperatorCa);

    /// <summary>Makes what is missing and leaves the rest alone.</summary>
    public IReadOnlyList<Issued> Ensure()
    {
        AtomicFile.CreateFolder(Path.GetDirectoryName(layout.Authority(Root).Certificate)!);
        if (File.Exists(layout.Authority(Intermediate).Certificate) && !File.Exists(layout.Authority(Root).Certificate))
        {
            throw new HarnessException(
                $"{layout.Authority(Root).Certificate} is missing, but an intermediate that it signed is there",
                "put the root's certificate back (its key may stay offline), or make a new PKI in another folder");
        }

        List<Issued> all =
        [
            Ensure(Root, () => CertificateAuthority.CreateRoot(CertificateProfile.Root, clock)),
            Ensure(Intermediate, CreateIntermediate),
            Ensure(OperatorCa, () => CertificateAuthority.CreateRoot(CertificateProfile.OperatorCa, clock)),
        ];
        using var root = Certificate(Root);
        using var intermediate = Certificate(Intermediate);
        using var operators = Certificate(OperatorCa);
        WriteIfDifferent(layout.CaChain, intermediate, root);
        WriteIfDifferent(layout.OperatorCa, operators);
        foreach (var name in new[] { Root, Intermediate, OperatorCa })
        {
            // An offline root cannot sign; its list is made with it and outlives the intermediate.
            if (lists.NeedsRenewal(name) && File.Exists(layout.Authority(name).Key))
            {
                using var authority = Open(name);
                lists.Write(name, authority, []);
            }
        }

        lists.WriteCombined();
        return all;
    }

    /// <summary>An authority with its key, ready to sign.</summary>
    public CertificateAuthority Open(string name)
    {
        var files = layout.Authority(name);
        return new(CertificateFile.ReadWithKey(files.Certificate, files.Key), clock);
    }

    private CertificateAuthority CreateIntermediate()
    {
        using var root = Open(Root);
        return root.CreateIntermediate(CertificateProfile.Intermediate);
    }

    private Issued Ensure(string name, Func<CertificateAuthority> create)
    {
        var files = layout.Authority(name);
        if (File.Exists(files.Certificate))
        {
            // The root's key may have been taken offline: only what signs leaves must be complete.
            var offline = name == Root && !File.Exists(files.Key);
            using var there = offline ? Certificate(name) : CertificateFile.ReadWithKey(files.Certificate, files.Key);
            return Describe(name, files, there, IssueOutcome.Unchanged);
        }

        using var made = create();

        // The key first: a certificate whose key was lost to a power cut could never sign, a key without one is simply made anew.
        CertificateFile.WriteKey(files.Key, made.Certificate);
        CertificateFile.WriteCertificates(files.Certificate, made.Certificate);
        return Describe(name, files, made.Certificate, IssueOutcome.Created);
    }

    private static Issued Describe(string kind, KeyPairFiles files, X509Certificate2 certificate, IssueOutcome outcome) =>
        Issued.Of(kind, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), [], files, certificate, outcome);

    private X509Certificate2 Certificate(string name) => CertificateFile.ReadAll(layout.Authority(name).Certificate)[0];

    private static void WriteIfDifferent(string path, params ReadOnlySpan<X509Certificate2> certificates)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != CertificateFile.Pem(certificates))
        {
            CertificateFile.WriteCertificates(path, certificates);
        }
    }
}
