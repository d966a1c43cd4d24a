namespace SecureEsp.ServerHarness.Pki;

/// <summary>A certificate's file and its key's file.</summary>
public sealed record KeyPairFiles(string Certificate, string Key);

/// <summary>Where each file of a PKI lies below its folder. Certificates/README.md shows the tree.</summary>
/// <param name="Folder">The absolute path of the PKI's folder.</param>
public sealed record PkiLayout(string Folder)
{
    /// <summary>Intermediate and root: what servers and devices trust.</summary>
    public string CaChain => Path.Combine(Folder, "ca-chain.cert.pem");

    /// <summary>The operators' root: what a device's own server trusts.</summary>
    public string OperatorCa => Path.Combine(Folder, "operator-ca.cert.pem");

    /// <summary>
    /// The revocation lists of intermediate and root, PEM, one after the other: what mosquitto's crlfile and nginx's ssl_crl take.
    /// </summary>
    public string Crl => Path.Combine(Folder, "ca.crl.pem");

    /// <summary>The revocation list of the operators' root. A program that checks operators by list needs it beside <see cref="Crl"/>.</summary>
    public string OperatorCrl => Path.Combine(Folder, "operator-ca.crl.pem");

    /// <summary>A copy of every leaf ever issued, named by serial number.</summary>
    public string IssuedArchive => Path.Combine(Folder, "issued");

    /// <summary>The private key that signs updates: none of TLS's, PKCS #8.</summary>
    public string UpdateSigningKey => Path.Combine(Folder, "updates", "update-signing.key.pem");

    /// <summary>Its public key, which devices have built in (PEM, SubjectPublicKeyInfo).</summary>
    public string UpdateSigningPublicKey => Path.Combine(Folder, "updates", "update-signing.pub.pem");

    /// <summary>One folder per server, named after its first name.</summary>
    public string Servers => Path.Combine(Folder, "servers");

    /// <summary>One folder per device.</summary>
    public string Devices => Path.Combine(Folder, "devices");

    /// <summary>One folder per operator.</summary>
    public string Operators => Path.Combine(Folder, "operators");

    /// <summary>The files of an authority.</summary>
    /// <param name="name">root, intermediate or operator-ca.</param>
    public KeyPairFiles Authority(string name) => Pair(Path.Combine(Folder, "authorities"), name);

    /// <summary>The copy of an issued certificate.</summary>
    public string Issued(string serialNumber) => Path.Combine(IssuedArchive, serialNumber + ".cert.pem");

    /// <summary>The revocation list of an authority.</summary>
    /// <param name="name">root, intermediate or operator-ca.</param>
    public string RevocationList(string name) => Path.Combine(Folder, "authorities", name + ".crl.pem");

    /// <summary>The files of a server by its first name.</summary>
    public KeyPairFiles Server(string firstName) => Pair(Path.Combine(Servers, FolderOf(firstName)), "server");

    /// <summary>The files of a device.</summary>
    public KeyPairFiles Device(string id) => Pair(Path.Combine(Devices, id), "client");

    /// <summary>The files of an operator.</summary>
    public KeyPairFiles Operator(string name) => Pair(Path.Combine(Operators, name), "client");

    // '*' and ':' (IPv6) are trouble in shells and on other file systems.
    private static string FolderOf(string serverName) => serverName.Replace("*", "_wildcard").Replace(':', '_');

    internal static KeyPairFiles Pair(string folder, string name) =>
        new(Path.Combine(folder, name + ".cert.pem"), Path.Combine(folder, name + ".key.pem"));
}
