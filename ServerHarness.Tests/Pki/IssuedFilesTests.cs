using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki;

/// <summary>openssl is the judge of every file.</summary>
public sealed class IssuedFilesTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private PkiLayout Layout => fixture.Pki.Layout;

    [TimedTheory]
    [InlineData("server", "sslserver", true)]
    [InlineData("server", "sslclient", false)]
    [InlineData("device", "sslclient", true)]
    [InlineData("device", "sslserver", false)]
    [InlineData("operator", "sslclient", true)]
    [InlineData("operator", "sslserver", false)]
    public async Task A_leaf_is_good_for_its_one_purpose(string kind, string purpose, bool good)
    {
        var (files, root) = kind switch
        {
            "server" => (fixture.Server, fixture.Root),
            "device" => (fixture.Device, fixture.Root),
            _ => (fixture.Operator, Layout.OperatorCa),
        };

        // The peer trusts the root alone and takes the rest from what is sent.
        var result = await Tool.Run(
            "openssl", "verify", "-x509_strict", "-purpose", purpose, "-CAfile", root, "-no-CApath", "-untrusted", files.Certificate, files.Certificate);
        Assert.Equal(good, result.ExitCode == 0);
    }

    [TimedFact]
    public async Task An_operator_does_not_chain_to_the_root_of_devices() =>
        Assert.NotEqual(0, (await Tool.Run("openssl", "verify", "-CAfile", Layout.CaChain, "-no-CApath", fixture.Operator.Certificate)).ExitCode);

    [TimedFact]
    public async Task A_device_does_not_chain_to_the_root_of_operators() => Assert.NotEqual(
        0,
        (await Tool.Run(
            "openssl", "verify", "-CAfile", Layout.OperatorCa, "-no-CApath", "-untrusted", fixture.Device.Certificate, fixture.Device.Certificate)).ExitCode);

    [TimedTheory]
    [InlineData("root", "CA:TRUE, pathlen:1", "Certificate Sign, CRL Sign")]
    [InlineData("intermediate", "CA:TRUE, pathlen:0", "Certificate Sign, CRL Sign")]
    [InlineData("operator-ca", "CA:TRUE, pathlen:0", "Certificate Sign, CRL Sign")]
    [InlineData("server", "CA:FALSE", "Digital Signature")]
    [InlineData("device", "CA:FALSE", "Digital Signature")]
    [InlineData("operator", "CA:FALSE", "Digital Signature")]
    public async Task Constraints_and_key_usage_are_critical_and_key_identifiers_are_there(string kind, string constraints, string usage)
    {
        var text = await Text(Certificate(kind));
        Assert.Matches(@$"X509v3 Basic Constraints: critical\s+{constraints}\n", text);
        Assert.Matches(@$"X509v3 Key Usage: critical\s+{usage}\n", text);
        Assert.Contains("X509v3 Subject Key Identifier", text);
        Assert.Contains("X509v3 Authority Key Identifier", text);
        Assert.Contains("ASN1 OID: prime256v1", text);
        Assert.Contains("Signature Algorithm: ecdsa-with-SHA256", text);
    }

    [TimedTheory]
    [InlineData("server", "TLS Web Server Authentication")]
    [InlineData("device", "TLS Web Client Authentication")]
    [InlineData("operator", "TLS Web Client Authentication")]
    public async Task A_leaf_has_one_extended_key_usage(string kind, string usage) =>
        Assert.Matches(@$"X509v3 Extended Key Usage: \n\s+{usage}\n", await Text(Certificate(kind)));

    [TimedFact]
    public async Task A_leafs_file_holds_the_leaf_and_then_its_intermediate()
    {
        var sent = CertificateFile.ReadAll(fixture.Device.Certificate);
        Assert.Equal(["CN=dev-1", "CN=SecureEsp Intermediate CA, O=SecureEsp"], sent.Select(c => c.Subject));
        var chain = CertificateFile.ReadAll(Layout.CaChain);
        Assert.Equal(["CN=SecureEsp Intermediate CA, O=SecureEsp", "CN=SecureEsp Root CA, O=SecureEsp"], chain.Select(c => c.Subject));
        Assert.Equal(sent[1].RawData, chain[0].RawData);
        await Task.CompletedTask;
    }

    [TimedTheory]
    [InlineData("server")]
    [InlineData("device")]
    [InlineData("operator")]
    public async Task The_key_is_unencrypted_and_is_the_certificates(string kind)
    {
        var files = Files(kind);
        var ofKey = await Tool.Run("openssl", "pkey", "-in", files.Key, "-pubout");
        var ofCertificate = await Tool.Run("openssl", "x509", "-in", files.Certificate, "-noout", "-pubkey");
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----", ofKey.Output);
        Assert.Equal(ofKey.Output, ofCertificate.Output);
    }

    [TimedTheory]
    [InlineData("device", 300, 0)]
    [InlineData("device", 370, 1)]
    [InlineData("dev-expired", 0, 1)]
    public async Task Openssl_sees_the_expiry(string what, int days, int exitCode)
    {
        var file = what == "device" ? fixture.Device : fixture.Shown("expired");
        var result = await Tool.Run("openssl", "x509", "-in", file.Certificate, "-noout", "-checkend", $"{days * 86_400}");
        Assert.Equal(exitCode, result.ExitCode);
    }

    [TimedFact]
    public async Task The_fingerprint_told_is_openssls()
    {
        var told = fixture.Pki.IssueDevice("dev-1");
        var result = await Tool.Run("openssl", "x509", "-in", told.CertificateFile, "-noout", "-fingerprint", "-sha256");
        Assert.Equal($"sha256 Fingerprint={told.Fingerprint}", result.Output.Trim());
    }

    [TimedFact]
    public async Task Serial_numbers_are_positive_have_128_bits_and_differ()
    {
        var serials = new HashSet<string>();
        foreach (var kind in new[] { "root", "intermediate", "operator-ca", "server", "device", "operator" })
        {
            var serial = (await Tool.Run("openssl", "x509", "-in", Certificate(kind), "-noout", "-serial")).Output.Trim();
            Assert.Matches("^serial=[4-7][0-9A-F]{31}$", serial);
            Assert.True(serials.Add(serial));
        }
    }

    private static async Task<string> Text(string file) => (await Tool.Run("openssl", "x509", "-in", file, "-noout", "-text")).Output;

    private KeyPairFiles Files(string kind) => kind switch
    {
        "server" => fixture.Server,
        "device" => fixture.Device,
        "operator" => fixture.Operator,
        _ => Layout.Authority(kind),
    };

    private string Certificate(string kind) => Files(kind).Certificate;
}
