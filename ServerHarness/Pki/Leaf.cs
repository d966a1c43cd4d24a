namespace SecureEsp.ServerHarness.Pki;

/// <summary>A server, device or operator of a PKI: what it is called, who signs it, where its files are.</summary>
internal sealed record Leaf(string Kind, CertificateProfile Profile, string Authority, SubjectNames Names, KeyPairFiles Files)
{
    public const string ServerKind = "server";
    public const string DeviceKind = "device";
    public const string OperatorKind = "operator";

    /// <summary>The folder of its own.</summary>
    public string Folder => Path.GetDirectoryName(Files.Certificate)!;

    /// <param name="names">All that it is reached by; the first names it.</param>
    public static Leaf Server(PkiLayout layout, params string[] names)
    {
        var subject = SubjectNames.OfServer(names);
        if (Constraints(layout) is { } constraints && subject.Alternatives.FirstOrDefault(n => !constraints.Permits(n)) is { } refused)
        {
            throw new HarnessException(
                $"{refused} lies outside of what the intermediate may sign: {string.Join(", ", constraints.Permitted)}",
                "choose other names, or make a PKI with other name constraints", ExitCode.Usage);
        }

        return new(ServerKind, CertificateProfile.Server, Authorities.Intermediate, subject, layout.Server(subject.CommonName));
    }

    public static Leaf Device(PkiLayout layout, string id)
    {
        var constraints = Constraints(layout);
        var names = SubjectNames.OfClient(DeviceKind, id, constraints);
        return new(DeviceKind, CertificateProfile.Device, Authorities.Intermediate, names, layout.Device(id));
    }

    public static Leaf Operator(PkiLayout layout, string name) => new(
        OperatorKind, CertificateProfile.Operator, Authorities.OperatorCa, SubjectNames.OfClient(OperatorKind, name), layout.Operator(name));

    /// <summary>The leaf of a kind by its (first) name, with all names of the certificate that is there.</summary>
    /// <exception cref="HarnessException">There is none.</exception>
    public static Leaf Existing(PkiLayout layout, string kind, string name)
    {
        var leaf = Of(layout, kind, name);
        if (!File.Exists(leaf.Files.Certificate))
        {
            throw new HarnessException(
                $"there is no certificate of {kind} '{leaf.Names.CommonName}'", $"issue one: pki issue {kind} {leaf.Names.CommonName}", ExitCode.Missing);
        }

        if (kind != ServerKind)
        {
            return leaf;
        }

        using var there = CertificateFile.ReadAll(leaf.Files.Certificate)[0];
        return leaf with { Names = SubjectNames.OfServer([.. there.AlternativeNames().Select(n => n[(n.IndexOf(':') + 1)..])]) };
    }

    /// <summary>The leaf of a kind by its (first) name.</summary>
    /// <exception cref="HarnessException">There is no such kind, or nothing of it can have this name.</exception>
    public static Leaf Of(PkiLayout layout, string kind, string name) => kind switch
    {
        ServerKind => Server(layout, name),
        DeviceKind => Device(layout, name),
        OperatorKind => Operator(layout, name),
        _ => throw new HarnessException($"'{Text.Printable(kind)}' is no kind of certificate", "use server, device or operator", ExitCode.Usage),
    };

    private static NameConstraints? Constraints(PkiLayout layout)
    {
        var file = layout.Authority(Authorities.Intermediate).Certificate;
        if (!File.Exists(file))
        {
            return null;
        }

        using var intermediate = CertificateFile.ReadAll(file)[0];
        return NameConstraints.Of(intermediate);
    }
}
