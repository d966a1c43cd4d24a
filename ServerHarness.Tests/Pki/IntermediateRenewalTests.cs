using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki;

/// <summary>A PKI whose intermediate comes to its end while its root has years left.</summary>
public sealed class IntermediateRenewalTests : IDisposable
{
    private const int FourAndAHalfYears = 1640;
    private const int SixYears = 2190;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task The_new_certificate_has_the_same_name_key_and_limits_and_more_time()
    {
        var constraints = new NameConstraints(["home.test"], []);
        var pki = PkiFolder.OpenOrCreate(_folder.Path, FixedClock.DaysFromNow(-FourAndAHalfYears), new() { Constraints = constraints });
        var files = pki.Layout.Authority("intermediate");
        var (old, key) = (await Text(files.Certificate), await File.ReadAllTextAsync(files.Key));
        var renewed = Open().RenewIntermediate().Certificate;
        var now = await Text(files.Certificate);
        foreach (var part in new[] { "Subject:", "Issuer:", "CA:TRUE, pathlen:0", "Certificate Sign, CRL Sign", "DNS:home.test" })
        {
            Assert.Equal(old.Split('\n').Where(l => l.Contains(part)), now.Split('\n').Where(l => l.Contains(part)));
            Assert.Contains(part, now);
        }

        Assert.Equal(key, await File.ReadAllTextAsync(files.Key));
        Assert.Equal(old.Split('\n').Count(l => l.Contains("X509v3")), now.Split('\n').Count(l => l.Contains("X509v3")));
        Assert.True(renewed.NotAfter > DateTimeOffset.UtcNow.AddDays(5 * 365));
        using var pair = CertificateFile.ReadWithKey(files.Certificate, files.Key);
        Assert.True(pair.HasPrivateKey);
    }

    [TimedFact]
    public async Task Servers_and_devices_send_the_new_one_and_what_was_given_away_stays_good()
    {
        PkiFolder.OpenOrCreate(_folder.Path, FixedClock.DaysFromNow(-FourAndAHalfYears));
        var pki = Open();
        var (server, device) = (pki.IssueServer("server.test", "127.0.0.1"), pki.IssueDevice("dev-1"));
        var @operator = await File.ReadAllTextAsync(pki.IssueOperator("alice").CertificateFile);
        var given = new KeyPairFiles(_folder.File("given.cert.pem"), device.KeyFile);
        File.Copy(device.CertificateFile, given.Certificate);
        Assert.Equal([server.CertificateFile, device.CertificateFile], pki.RenewIntermediate().Chains);
        var intermediate = CertificateFile.ReadAll(pki.Layout.Authority("intermediate").Certificate)[0];
        foreach (var file in new[] { server.CertificateFile, device.CertificateFile })
        {
            Assert.Equal(intermediate.RawData, CertificateFile.ReadAll(file)[1].RawData);
            await Verified(pki, file);
        }

        Assert.Equal(intermediate.RawData, CertificateFile.ReadAll(pki.Layout.CaChain)[0].RawData);
        Assert.Equal(@operator, await File.ReadAllTextAsync(pki.Layout.Operator("alice").Certificate));
        Assert.Equal(IssueOutcome.Unchanged, pki.IssueDevice("dev-1").Outcome);
        await Verified(pki, given.Certificate);
        await using var endpoint = await EndpointServer.StartAsync(EndpointOptions.For(pki, "server.test"));
        await using var client = Tool.Start(
            "openssl", "s_client", "-ign_eof", "-connect", $"127.0.0.1:{endpoint.HttpsPort}", "-verify_return_error", "-CAfile", pki.Layout.Authority("root").Certificate,
            "-cert", given.Certificate, "-cert_chain", given.Certificate, "-key", given.Key);
        foreach (var line in new[] { "GET / HTTP/1.1\r", "Host: server.test\r", "Connection: close\r", "\r" }) await client.Type(line);
        await client.Line(l => l.TrimEnd('\r') == "HTTP/1.1 200 OK");
    }

    [TimedFact]
    public async Task An_expired_one_is_renewed_too_and_signs_again()
    {
        PkiFolder.OpenOrCreate(_folder.Path, FixedClock.DaysFromNow(-SixYears));
        var refused = await Pki("issue", "device", "dev-1");
        Assert.Contains("hint: renew it: pki renew-intermediate", refused.Error);
        Assert.Contains("note: the intermediate has less than 33% of its life left: pki renew-intermediate", (await Pki("renew")).Error);
        Assert.StartsWith("renewed intermediate SecureEsp Intermediate CA\n", (await Pki("renew-intermediate")).Output);
        Assert.DoesNotContain("note:", (await Pki("renew")).Error);
        await Verified(Open(), Open().IssueDevice("dev-1").CertificateFile);
    }

    [TimedFact]
    public async Task What_was_revoked_stays_revoked()
    {
        PkiFolder.OpenOrCreate(_folder.Path, FixedClock.DaysFromNow(-FourAndAHalfYears));
        var pki = Open();
        var (lost, good) = (pki.IssueDevice("lost").CertificateFile, pki.IssueDevice("good").CertificateFile);
        pki.Revoke("device", "lost");
        pki.RenewIntermediate();
        foreach (var (file, revoked) in new[] { (lost, true), (good, false) })
        {
            var result = await Tool.Run("openssl", "verify", "-crl_check", "-CRLfile", pki.Layout.Crl, "-CAfile", pki.Layout.CaChain, "-no-CApath", file);
            Assert.Equal(revoked, result.All.Contains("certificate revoked"));
            Assert.Equal(revoked, result.ExitCode != 0);
        }

        Assert.Contains("was revoked", Assert.Throws<HarnessException>(() => pki.Renew("device", "lost")).Message);
    }

    [TimedTheory]
    [InlineData("offline", ExitCode.Missing, "only the root can renew the intermediate")]
    [InlineData("wrong passphrase", ExitCode.Failed, "the passphrase does not open")]
    [InlineData("old root", ExitCode.Failed, "would end no later than the one that is there: the root itself ends at")]
    public async Task What_cannot_be_renewed_changes_nothing(string what, int exitCode, string reason)
    {
        var pki = PkiFolder.OpenOrCreate(
            _folder.Path,
            FixedClock.DaysFromNow(-FourAndAHalfYears),
            new() { RootLifetime = what == "old root" ? Lifetime.OfYears(5) : null },
            what == "wrong passphrase" ? new(() => "correct horse") : null);
        if (what == "offline") File.Delete(pki.Layout.Authority("root").Key);
        await File.WriteAllTextAsync(_folder.File("passphrase"), "wrong horse\n");
        var before = Snapshot();
        var result = await Pki("renew-intermediate", "--passphrase-file", _folder.File("passphrase"));
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(reason, result.Error);
        Assert.Equal(before, Snapshot());
    }

    private static async Task Verified(PkiFolder pki, string file)
    {
        // The peer trusts the root alone and takes the intermediate from what is sent.
        var root = pki.Layout.Authority("root").Certificate;
        var result = await Tool.Run("openssl", "verify", "-x509_strict", "-CAfile", root, "-no-CApath", "-untrusted", file, file);
        Assert.True(result.ExitCode == 0, result.All);
    }

    private static async Task<string> Text(string file) => (await Tool.Run("openssl", "x509", "-in", file, "-noout", "-text")).Output;

    private List<string> Snapshot() =>
        [.. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Order().Select(f => $"{f} {File.ReadAllText(f)}")];

    private PkiFolder Open() => PkiFolder.Open(_folder.Path);

    private Task<ToolResult> Pki(params string[] arguments) => Cli.Run(["pki", .. arguments, "--folder", _folder.Path]);
}
