using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Pki.Inspection;

namespace SecureEsp.ServerHarness.Tests.Pki.Inspection;

/// <summary>Every mistake that people make with certificates is found, and what we issue has none.</summary>
public sealed class LintTests(PkiFixture fixture) : IClassFixture<PkiFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private PkiLayout Layout => fixture.Pki.Layout;

    public void Dispose() => _folder.Dispose();

    [TimedTheory]
    [InlineData("SHA-1", "weak-signature")]
    [InlineData("no SAN", "missing-san")]
    [InlineData("no EKU", "missing-eku")]
    [InlineData("expired", "expired")]
    [InlineData("not yet valid", "not-yet-valid")]
    [InlineData("RSA of 1024 bits", "short-key")]
    [InlineData("no digitalSignature", "no-digital-signature")]
    [InlineData("address as DNS name", "address-as-dns-name")]
    [InlineData("unknown critical extension", "unknown-critical-extension")]
    [InlineData("three years", "long-lived")]
    [InlineData("none", null)]
    public async Task A_flaw_of_the_certificate_is_found_and_nothing_else(string flaw, string? code)
    {
        var (certificates, key) = new FlawedCertificates(fixture.Pki).Make(flaw);
        Assert.Equal(code is null ? [] : [code], Codes(Write(certificates), Write(key, ".key.pem")));
        await Task.CompletedTask;
    }

    [TimedTheory]
    [InlineData("the intermediate first", "wrong-order")]
    [InlineData("no intermediate", "missing-intermediate")]
    [InlineData("another's intermediate", "stranger,missing-intermediate")]
    [InlineData("the root too", "root-sent")]
    [InlineData("twice the intermediate", "duplicate,stranger")]
    [InlineData("junk at the end", "trailing-junk")]
    [InlineData("a block without an end", "damaged-pem,trailing-junk")]
    [InlineData("a NUL at the end", "trailing-nul")]
    [InlineData("a key inside", "private-key-inside")]
    [InlineData("a byte order mark", "byte-order-mark")]
    [InlineData("Windows line ends", "")]
    public async Task A_flaw_of_the_file_is_found(string flaw, string codes)
    {
        string leaf = Pem(fixture.Device, 0), intermediate = Pem(fixture.Device, 1), root = await File.ReadAllTextAsync(fixture.Root);
        var content = flaw switch
        {
            "the intermediate first" => leaf + root + intermediate,
            "no intermediate" => leaf,
            "another's intermediate" => leaf + Pem(fixture.Operator, 0),
            "the root too" => leaf + intermediate + root,
            "twice the intermediate" => leaf + intermediate + intermediate,
            "junk at the end" => leaf + intermediate + "junk",
            "a block without an end" => leaf + intermediate + "-----BEGIN CERTIFICATE-----\nMIIB",
            "a NUL at the end" => leaf + intermediate + "\0",
            "a key inside" => leaf + intermediate + await File.ReadAllTextAsync(fixture.Device.Key),
            "a byte order mark" => "\ufeff" + leaf + intermediate,
            _ => (leaf + intermediate).Replace("\n", "\r\n"),
        };
        var found = Codes(Write(content)).ToHashSet();
        Assert.Superset(codes.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(), found);
        Assert.Equal(codes.Length == 0, found.Count == 0);
    }

    [TimedTheory]
    [InlineData("", "missing-nul")]
    [InlineData("\n", "missing-nul")]
    [InlineData("\0", null)]
    [InlineData("\n\0", null)]
    [InlineData("\njunk\0", "trailing-junk")]
    public async Task A_file_for_nanoff_must_end_in_NUL(string end, string? code)
    {
        var shown = ShownChain.OfFile(Write((await File.ReadAllTextAsync(fixture.Device.Certificate)).TrimEnd() + end));
        var findings = Lint.Check(shown, null, Authorities(), forNanoff: true, DateTimeOffset.UtcNow);
        Assert.Equal(code is null ? [] : [code], findings.Select(f => f.Code));
    }

    [TimedFact]
    public async Task A_key_of_another_certificate_or_open_to_others_or_encrypted_is_found()
    {
        Assert.Equal(["key-mismatch"], Codes(fixture.Device.Certificate, fixture.Operator.Key));
        Assert.Equal([], Codes(fixture.Device.Certificate, fixture.Device.Key));
        var open = _folder.File("open.key.pem");
        await File.WriteAllTextAsync(open, await File.ReadAllTextAsync(fixture.Device.Key));
        Assert.Equal(["open-key"], Codes(fixture.Device.Certificate, open));
        using var key = CertificateFile.ReadWithKey(fixture.Device.Certificate, fixture.Device.Key).PrivateKey();
        Assert.Equal(["encrypted-key"], Codes(fixture.Device.Certificate, Write(KeyFile.Pem(key, "secret"), ".key.pem")));
    }

    [TimedTheory]
    [InlineData("p256")]
    [InlineData("rsa2048")]
    public async Task Nothing_that_we_issue_has_a_flaw(string kind)
    {
        var algorithm = KeyAlgorithm.All.Single(a => a.Name == kind);
        var pki = PkiFolder.OpenOrCreate(_folder.File(kind), settings: new() { Key = algorithm, Constraints = new(["home.test"], []) });
        pki.IssueServer(["a.home.test", "127.0.0.1"], new() { Key = algorithm });
        pki.IssueDevice("dev_1", new() { Key = algorithm });
        pki.IssueOperator("alice");
        foreach (var item in pki.List())
        {
            var result = await Cli.Run("pki", "lint", item.File, "--folder", _folder.File(kind));
            Assert.Equal((0, $"clean {item.File}\n"), (result.ExitCode, result.Output));
        }

        Assert.Equal(0, (await Cli.Run("pki", "lint", pki.Layout.CaChain)).ExitCode);
    }

    [TimedFact]
    public async Task A_server_that_forgets_its_intermediate_is_found_over_the_network()
    {
        var alone = new KeyPairFiles(Write(Pem(fixture.Server, 0)), fixture.Server.Key);
        await using var server = await OpensslServer.Start(alone);
        var result = await Cli.Run("pki", "lint", $"127.0.0.1:{server.Port}", "--ca", fixture.Root);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error: [missing-intermediate] server.test was issued by CN=SecureEsp Intermediate CA", result.Output);
    }

    private static string Pem(KeyPairFiles files, int index) => CertificateFile.Pem(CertificateFile.ReadAll(files.Certificate)[index]);

    private System.Security.Cryptography.X509Certificates.X509Certificate2Collection Authorities() =>
        [.. CertificateFile.ReadAll(Layout.CaChain), .. CertificateFile.ReadAll(Layout.OperatorCa)];

    private IEnumerable<string> Codes(string file, string? key = null) =>
        Lint.Check(ShownChain.OfFile(file), key, Authorities(), forNanoff: false, DateTimeOffset.UtcNow).Select(f => f.Code);

    private string Write(string content, string ending = ".cert.pem")
    {
        var file = _folder.File(Guid.NewGuid() + ending);
        AtomicFile.Write(file, System.Text.Encoding.UTF8.GetBytes(content), AtomicFile.Secret);
        return file;
    }
}
