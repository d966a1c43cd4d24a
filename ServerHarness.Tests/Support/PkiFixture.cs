using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>
/// A PKI two years old with a good server, device and operator, and with everything that an attacker might show instead.
/// One per test class.
/// </summary>
public sealed class PkiFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PkiFixture()
    {
        var twoYearsAgo = FixedClock.DaysFromNow(-730);
        PkiFolder.OpenOrCreate(_folder.File("pki"), twoYearsAgo).IssueDevice("dev-expired");
        PkiFolder.Open(_folder.File("pki"), FixedClock.DaysFromNow(30)).IssueDevice("dev-future");
        Pki = PkiFolder.Open(_folder.File("pki"));
        Pki.IssueServer(ServerName, "localhost", "127.0.0.1");
        Pki.IssueDevice("dev-1");
        Pki.IssueDevice("dev-2");
        Pki.IssueOperator("alice");

        // Its authorities have the very names of ours: only the keys differ.
        var other = PkiFolder.OpenOrCreate(_folder.File("other"));
        other.IssueDevice("dev-1");
        other.IssueServer(ServerName, "127.0.0.1");
        Other = other;
        Forged = new(Pki, _folder.File("forged"));
    }

    public const string ServerName = "server.test";

    public PkiFolder Pki { get; }

    public PkiFolder Other { get; }

    public ForgedCertificates Forged { get; }

    public KeyPairFiles Device => Pki.Layout.Device("dev-1");

    public KeyPairFiles Operator => Pki.Layout.Operator("alice");

    public KeyPairFiles Server => Pki.Layout.Server(ServerName);

    public string Root => Pki.Layout.Authority("root").Certificate;

    /// <summary>What is shown in an attack, by the words that name it in the tests.</summary>
    public KeyPairFiles Shown(string what) => what switch
    {
        "another CA of the same names" => Other.Layout.Device("dev-1"),
        "expired" => Pki.Layout.Device("dev-expired"),
        "not yet valid" => Pki.Layout.Device("dev-future"),
        "a server's certificate" => Server,
        "the intermediate CA" => Pki.Layout.Authority("intermediate"),
        "an operator's certificate" => Operator,
        "self-signed" => Forged.SelfSigned,
        "signed by a device" => Forged.ByDevice,
        "signed by a CA below the intermediate" => Forged.BelowIntermediate,
        "no extended key usage" => Forged.NoPurpose,
        "no digitalSignature" => Forged.NoDigitalSignature,
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "no such certificate"),
    };

    public void Dispose() => _folder.Dispose();
}
