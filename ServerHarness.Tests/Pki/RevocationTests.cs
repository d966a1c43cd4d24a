using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki;

/// <summary>What was revoked stays revoked, by openssl's judgement.</summary>
public sealed class RevocationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PkiFolder _pki;

    public RevocationTests() => _pki = PkiFolder.OpenOrCreate(_folder.Path);

    private PkiLayout Layout => _pki.Layout;

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task A_new_PKI_has_a_list_of_every_authority_that_revokes_nothing()
    {
        foreach (var name in new[] { "root", "intermediate", "operator-ca" })
        {
            var shown = await Tool.Run("openssl", "crl", "-in", Layout.RevocationList(name), "-noout", "-text", "-verify", "-CAfile", Layout.Authority(name).Certificate);
            Assert.Contains("verify OK", shown.All);
            Assert.Contains("No Revoked Certificates.", shown.Output);
            Assert.Matches("Next Update: .* GMT\n", shown.Output);
            Assert.Contains("X509v3 CRL Number: \n                1\n", shown.Output);
        }

        Assert.Equal(
            await File.ReadAllTextAsync(Layout.RevocationList("intermediate")) + await File.ReadAllTextAsync(Layout.RevocationList("root")),
            await File.ReadAllTextAsync(Layout.Crl));
    }

    [TimedTheory]
    [InlineData("server", "server.test")]
    [InlineData("device", "dev-1")]
    [InlineData("operator", "alice")]
    public async Task A_revoked_certificate_is_refused_and_its_neighbour_is_not(string kind, string name)
    {
        _pki.IssueDevice("neighbour");
        var issued = Issue(kind, name);
        Assert.Contains(": OK", (await Verify(issued.CertificateFile)).All);
        var revoked = _pki.Revoke(kind, name, X509RevocationReason.KeyCompromise);
        Assert.Single(revoked.SerialNumbers);
        Assert.Contains("certificate revoked", (await Verify(issued.CertificateFile)).All);
        Assert.Contains(": OK", (await Verify(Layout.Device("neighbour").Certificate)).All);
        var list = await Tool.Run("openssl", "crl", "-in", revoked.List, "-noout", "-text");
        Assert.Contains($"Serial Number: {revoked.SerialNumbers[0]}\n", list.Output);
        Assert.Contains("Key Compromise", list.Output);
        Assert.Contains("X509v3 CRL Number: \n                2\n", list.Output);
    }

    [TimedFact]
    public async Task Revoking_a_device_reaches_the_certificates_that_it_had_before()
    {
        var first = _pki.IssueDevice("dev-1");
        var kept = _folder.File("stolen.pem");
        File.Copy(first.CertificateFile, kept);
        File.Delete(first.KeyFile);
        _pki.IssueDevice("dev-1");
        Assert.Equal(2, _pki.Revoke("device", "dev-1").SerialNumbers.Count);
        Assert.Contains("certificate revoked", (await Verify(kept)).All);
    }

    [TimedFact]
    public async Task After_a_revocation_issue_gives_a_new_certificate_with_a_new_key()
    {
        var first = _pki.IssueDevice("dev-1");
        var key = await File.ReadAllTextAsync(first.KeyFile);
        _pki.Revoke("device", "dev-1");
        var second = _pki.IssueDevice("dev-1");
        Assert.Equal(IssueOutcome.Replaced, second.Outcome);
        Assert.NotEqual(key, await File.ReadAllTextAsync(second.KeyFile));
        Assert.Contains(": OK", (await Verify(second.CertificateFile)).All);
    }

    [TimedFact]
    public async Task Revoking_twice_adds_nothing()
    {
        _pki.IssueDevice("dev-1");
        _pki.Revoke("device", "dev-1");
        Assert.Empty(_pki.Revoke("device", "dev-1").SerialNumbers);
        Assert.Equal(1, RevocationListFile.ReadAll(Layout.Crl)[0].Count);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task A_list_that_was_deleted_does_not_make_revoked_certificates_good_again()
    {
        var issued = _pki.IssueDevice("dev-1");
        _pki.Revoke("device", "dev-1");
        File.Delete(Layout.RevocationList("intermediate"));
        PkiFolder.OpenOrCreate(_folder.Path);
        Assert.Contains("certificate revoked", (await Verify(issued.CertificateFile)).All);
        Assert.Equal(IssueOutcome.Replaced, _pki.IssueDevice("dev-1").Outcome);
    }

    [TimedFact]
    public async Task A_list_that_a_kill_left_out_of_the_concatenation_is_added_by_the_next_run()
    {
        var issued = _pki.IssueDevice("dev-1");
        var before = await File.ReadAllTextAsync(Layout.Crl);
        _pki.Revoke("device", "dev-1");
        await File.WriteAllTextAsync(Layout.Crl, before);
        PkiFolder.OpenOrCreate(_folder.Path);
        Assert.Contains("certificate revoked", (await Verify(issued.CertificateFile)).All);
    }

    [TimedTheory]
    [InlineData(-60)]
    [InlineData(2)]
    public async Task A_list_past_half_its_time_or_from_the_future_is_made_anew_by_the_next_issue(double days)
    {
        using var folder = new TemporaryFolder();
        PkiFolder.OpenOrCreate(folder.Path, FixedClock.DaysFromNow(-100));
        var pki = PkiFolder.Open(folder.Path, FixedClock.DaysFromNow(days));
        pki.IssueDevice("dev-1");
        pki.Revoke("device", "dev-1");
        var now = PkiFolder.Open(folder.Path);
        now.IssueDevice("dev-2");
        var list = RevocationListFile.ReadAll(now.Layout.Crl)[0];
        Assert.True(list.IsCurrent(DateTimeOffset.UtcNow));
        Assert.Equal(1, list.Count);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task A_list_that_another_authority_of_the_same_name_has_signed_is_not_ours()
    {
        using var elsewhere = new TemporaryFolder();
        var stranger = PkiFolder.OpenOrCreate(elsewhere.Path);
        using var issuer = CertificateFile.ReadAll(Layout.Authority("intermediate").Certificate)[0];
        Assert.True(RevocationListFile.ReadAll(Layout.Crl)[0].IsSignedBy(issuer));
        Assert.False(RevocationListFile.ReadAll(stranger.Layout.Crl)[0].IsSignedBy(issuer));
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task Gnutls_accepts_the_list()
    {
        _pki.IssueDevice("dev-1");
        _pki.Revoke("device", "dev-1");
        var shown = await Tool.Run("certtool", "--crl-info", "--infile", Layout.Crl);
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("Revoked certificates (1)", shown.Output);
    }

    [TimedFact]
    public async Task What_was_never_issued_cannot_be_revoked()
    {
        var e = Assert.Throws<HarnessException>(() => _pki.Revoke("device", "nobody"));
        Assert.Contains("no device certificate was ever issued to 'nobody'", e.Message);
        Assert.Equal(ExitCode.Missing, e.ExitCode);
        await Task.CompletedTask;
    }

    private Issued Issue(string kind, string name) => kind switch
    {
        "server" => _pki.IssueServer(name),
        "device" => _pki.IssueDevice(name),
        _ => _pki.IssueOperator(name),
    };

    private async Task<ToolResult> Verify(string file)
    {
        var all = _folder.File("all.pem");
        var parts = new[] { Layout.CaChain, Layout.OperatorCa, Layout.Crl, Layout.OperatorCrl };
        await File.WriteAllTextAsync(all, string.Concat(await Task.WhenAll(parts.Select(p => File.ReadAllTextAsync(p)))));
        return await Tool.Run("openssl", "verify", "-crl_check", "-CAfile", all, "-no-CApath", file);
    }
}
