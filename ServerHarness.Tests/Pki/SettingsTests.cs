using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki;

/// <summary>Kinds of keys, lifetimes and name constraints, as openssl and certtool see them.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedTheory]
    [InlineData("p384", "ASN1 OID: secp384r1", "ecdsa-with-SHA384")]
    [InlineData("rsa2048", "Public-Key: (2048 bit)", "sha256WithRSAEncryption")]
    [InlineData("rsa3072", "Public-Key: (3072 bit)", "sha256WithRSAEncryption")]
    public async Task A_PKI_with_other_keys_is_accepted_by_openssl_and_gnutls(string kind, string key, string signature)
    {
        Assert.Equal(0, (await Pki("init", "--key", kind)).ExitCode);
        Assert.Equal(0, (await Pki("issue", "server", "server.test", "--key", kind)).ExitCode);
        Assert.Equal(0, (await Pki("issue", "device", "dev-1")).ExitCode);
        var layout = PkiFolder.Open(_folder.Path).Layout;
        var text = (await Tool.Run("openssl", "x509", "-in", layout.Server("server.test").Certificate, "-noout", "-text")).Output;
        Assert.Contains(key, text);
        Assert.Contains($"Signature Algorithm: {signature}", text);
        foreach (var file in new[] { layout.Server("server.test"), layout.Device("dev-1") })
        {
            Assert.Contains(": OK", (await Verify(layout, file)).Output);
            var gnutls = await Tool.Run("certtool", "--verify", "--load-ca-certificate", layout.Authority("root").Certificate, "--infile", file.Certificate);
            Assert.True(gnutls.ExitCode == 0, gnutls.All);
        }
    }

    [TimedFact]
    public async Task A_key_of_4096_bits_is_made_on_request_and_kept_until_another_is_asked_for()
    {
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        var rsa = KeyAlgorithm.All.Single(a => a.Name == "rsa4096");
        Assert.Equal("rsa4096", pki.IssueDevice("dev-1", new() { Key = rsa }).KeyAlgorithm);
        Assert.Equal(IssueOutcome.Unchanged, pki.IssueDevice("dev-1").Outcome);
        Assert.Equal(IssueOutcome.Unchanged, pki.IssueDevice("dev-1", new() { Key = rsa }).Outcome);
        var replaced = pki.IssueDevice("dev-1", new() { Key = KeyAlgorithm.P256 });
        Assert.Equal((IssueOutcome.Replaced, "p256"), (replaced.Outcome, replaced.KeyAlgorithm));
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task Lifetimes_are_those_of_the_options_but_never_longer_than_the_issuers()
    {
        await Pki("init", "--root-lifetime", "20y", "--intermediate-lifetime", "300d", "--operator-ca-lifetime", "2y");
        await Pki("issue", "device", "short", "--lifetime", "12h");
        await Pki("issue", "device", "long", "--lifetime", "5y");
        var all = PkiFolder.Open(_folder.Path).List().ToDictionary(i => i.Name, i => i.NotAfter);
        var now = DateTimeOffset.UtcNow;
        AssertNear(now.AddYears(20), all["SecureEsp Root CA"]);
        AssertNear(now.AddDays(300), all["SecureEsp Intermediate CA"]);
        AssertNear(now.AddYears(2), all["SecureEsp Operator CA"]);
        AssertNear(now.AddHours(12), all["short"]);
        Assert.Equal(all["SecureEsp Intermediate CA"], all["long"]);
    }

    [TimedTheory]
    [InlineData("0d")]
    [InlineData("101y")]
    [InlineData("-1d")]
    [InlineData("10")]
    [InlineData("1w")]
    [InlineData("99999999d")]
    public async Task What_is_no_lifetime_is_wrong_usage(string text)
    {
        var result = await Pki("init", $"--root-lifetime={text}");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is no time such as 12h, 90d or 2y", result.Error);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [TimedFact]
    public async Task An_intermediate_signs_nothing_outside_of_its_name_constraints()
    {
        Assert.Equal(0, (await Pki("init", "--permit-dns", "home.test", "--permit-ip", "192.168.1.0/24")).ExitCode);
        Assert.Equal(0, (await Pki("issue", "server", "a.home.test", "192.168.1.7")).ExitCode);
        Assert.Equal(0, (await Pki("issue", "device", "dev-1")).ExitCode);
        foreach (var name in new[] { "bank.test", "192.168.2.7", "evilhome.test" })
        {
            var refused = await Pki("issue", "server", "b.home.test", name);
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains($"{name} lies outside of what the intermediate may sign: DNS:home.test, IP:192.168.1.0/24", refused.Error);
        }

        Assert.Contains("looks like a DNS name outside", (await Pki("issue", "device", "dev.bank.test")).Error);
        var layout = PkiFolder.Open(_folder.Path).Layout;
        var text = (await Tool.Run("openssl", "x509", "-in", layout.Authority("intermediate").Certificate, "-noout", "-text")).Output;
        Assert.Matches(@"Name Constraints: \n\s+Permitted:\n\s+DNS:home.test\n\s+IP:192.168.1.0/255.255.255.0\n", text);
        Assert.Contains(": OK", (await Verify(layout, layout.Server("a.home.test"))).Output);
        Assert.Contains(": OK", (await Verify(layout, layout.Device("dev-1"))).Output);
    }

    [TimedFact]
    public async Task Even_with_a_stolen_intermediate_key_a_name_outside_is_refused_by_openssl()
    {
        var settings = new AuthoritySettings { Constraints = new(["home.test"], []) };
        var layout = PkiFolder.OpenOrCreate(_folder.Path, settings: settings).Layout;
        using var stolen = new CertificateAuthority(
            CertificateFile.ReadWithKey(layout.Authority("intermediate").Certificate, layout.Authority("intermediate").Key));
        using var forged = stolen.Issue(CertificateProfile.Server, SubjectNames.OfServer(["bank.test"]));
        var files = new KeyPairFiles(_folder.File("forged.pem"), "");
        CertificateFile.WriteCertificates(files.Certificate, forged);
        Assert.Contains("permitted subtree violation", (await Verify(layout, files)).All);
    }

    private static void AssertNear(DateTimeOffset expected, DateTimeOffset actual) =>
        Assert.InRange(actual, expected.AddMinutes(-2), expected.AddMinutes(2));

    private static Task<ToolResult> Verify(PkiLayout layout, KeyPairFiles files) =>
        Tool.Run("openssl", "verify", "-CAfile", layout.CaChain, "-no-CApath", files.Certificate);

    private Task<ToolResult> Pki(params string[] arguments) => Cli.Run(["pki", .. arguments, "--folder", _folder.Path]);
}
