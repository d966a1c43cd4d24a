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
        return new(ServerKind, CertificateProfile.Server, Authorities.Intermediate, subject, layout.Server(subject.CommonName));
    }

    public static Leaf Device(PkiLayout layout, string id) => new(
        DeviceKind, CertificateProfile.Device, Authorities.Intermediate, SubjectNames.OfClient(DeviceKind, id), layout.Device(id));

    public static Leaf Operator(PkiLayout layout, string name) => new(
        OperatorKind, CertificateProfile.Operator, Authorities.OperatorCa, SubjectNames.OfClient(OperatorKind, name), layout.Operator(name));

    /// <summary>The leaf of a kind by its (first) name.</summary>
    /// <exception cref="HarnessException">There is no such kind, or nothing of it can have this name.</exception>
    public static Leaf Of(PkiLayout layout, string kind, string name) => kind switch
    {
        ServerKind => Server(layout, name),
        DeviceKind => Device(layout, name),
        OperatorKind => Operator(layout, name),
        _ => throw new HarnessException($"'{Text.Printable(kind)}' is no kind of certificate", "use server, device or operator", ExitCode.Usage),
    };
}
