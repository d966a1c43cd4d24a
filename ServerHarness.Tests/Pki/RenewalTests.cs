using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki;

public sealed class RenewalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task A_renewed_server_keeps_its_names_and_its_key_and_gets_a_new_serial_and_time()
    {
        PkiFolder.OpenOrCreate(_folder.Path, FixedClock.DaysFromNow(-300)).IssueServer("server.test", "127.0.0.1", "a.test");
        var pki = PkiFolder.Open(_folder.Path);
        using var old = CertificateFile.ReadAll(pki.Layout.Server("server.test").Certificate)[0];
        var renewed = pki.Renew("server", "server.test");
        using var now = CertificateFile.ReadWithKey(renewed.CertificateFile, renewed.KeyFile);
        Assert.Equal(["DNS:server.test", "DNS:a.test", "IP:127.0.0.1"], renewed.Names);
        Assert.Equal(IssueOutcome.Renewed, renewed.Outcome);
        Assert.Equal(old.PublicKey.ExportSubjectPublicKeyInfo(), now.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.NotEqual(old.SerialNumber, now.SerialNumber);
        Assert.True(now.NotAfter > old.NotAfter.AddDays(200));
        var verified = await Tool.Run("openssl", "verify", "-CAfile", pki.Layout.CaChain, "-no-CApath", renewed.CertificateFile);
        Assert.Contains(": OK", verified.Output);
    }

    [TimedFact]
    public async Task A_new_key_is_made_where_one_is_asked_for()
    {
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        var before = await File.ReadAllTextAsync(pki.IssueDevice("dev-1").KeyFile);
        var renewed = pki.Renew("device", "dev-1", newKey: true);
        Assert.NotEqual(before, await File.ReadAllTextAsync(renewed.KeyFile));
        using var pair = CertificateFile.ReadWithKey(renewed.CertificateFile, renewed.KeyFile);
        Assert.True(pair.HasPrivateKey);
    }

    [TimedFact]
    public async Task A_revoked_device_cannot_renew_its_way_back()
    {
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        pki.IssueDevice("dev-1");
        pki.Revoke("device", "dev-1", X509RevocationReason.KeyCompromise);
        Assert.Contains("was revoked", Assert.Throws<HarnessException>(() => pki.Renew("device", "dev-1")).Message);
        Assert.Contains("no certificate has less than", (await Pki("renew")).Output);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task Renew_without_a_name_renews_what_is_due_and_the_second_time_nothing()
    {
        var past = PkiFolder.OpenOrCreate(_folder.Path, FixedClock.DaysFromNow(-300));
        past.IssueDevice("old");
        past.IssueOperator("alice");
        PkiFolder.Open(_folder.Path).IssueDevice("young");
        var first = await Pki("renew");
        Assert.Contains("renewed device old\n", first.Output);
        Assert.Contains("renewed operator alice\n", first.Output);
        Assert.DoesNotContain("young", first.Output);
        Assert.Equal("unchanged no certificate has less than 33% of its life left\n", (await Pki("renew")).Output);
        Assert.Contains("renewed device young\n", (await Pki("renew", "--before", "400d")).Output);
    }

    [TimedFact]
    public async Task What_is_not_there_cannot_be_renewed()
    {
        PkiFolder.OpenOrCreate(_folder.Path);
        var result = await Pki("renew", "device", "nobody");
        Assert.Equal((3, "error: there is no certificate of device 'nobody'\nhint: issue one: pki issue device nobody\n"), (result.ExitCode, result.Error));
        Assert.Equal(2, (await Pki("renew", "device")).ExitCode);
        Assert.Equal(2, (await Pki("renew", "toaster", "x")).ExitCode);
    }

    [TimedFact]
    public async Task List_shows_every_certificate_with_its_state()
    {
        PkiFolder.OpenOrCreate(_folder.Path, FixedClock.DaysFromNow(-400)).IssueDevice("expired");
        var pki = PkiFolder.Open(_folder.Path);
        pki.IssueServer("server.test");
        pki.IssueOperator("alice");
        pki.IssueDevice("revoked");
        pki.Revoke("device", "revoked");
        File.Delete(pki.IssueDevice("keyless").KeyFile);
        await File.WriteAllTextAsync(pki.IssueDevice("broken").CertificateFile, "nothing");
        var result = await Pki("list");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(9, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Matches(@"root +SecureEsp Root CA +\d{4}-\d\d-\d\d  [0-9A-F]{32}\n", result.Output);
        Assert.Matches(@"server +server.test +\d{4}-\d\d-\d\d  [0-9A-F]{32}\n", result.Output);
        Assert.Matches(@"device +expired .*  expired\n", result.Output);
        Assert.Matches(@"device +revoked .*  revoked\n", result.Output);
        Assert.Matches(@"device +keyless .*  without its key\n", result.Output);
        Assert.Matches(@"device +broken .*  unreadable\n", result.Output);
        Assert.Equal(9, (await Pki("list", "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [TimedFact]
    public async Task Crl_makes_every_list_anew_and_keeps_what_they_revoke()
    {
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        pki.IssueDevice("dev-1");
        pki.Revoke("device", "dev-1");
        var result = await Pki("crl");
        Assert.Contains("list intermediate: 1 revoked, next one due ", result.Output);
        Assert.Contains("list root: 0 revoked", result.Output);
        var number = await Tool.Run("openssl", "crl", "-in", pki.Layout.Crl, "-noout", "-crlnumber");
        Assert.Equal("crlNumber=0x03", number.Output.Trim());
        File.Delete(pki.Layout.Authority("root").Key);
        Assert.DoesNotContain("root", (await Pki("crl")).Output);
    }

    private Task<ToolResult> Pki(params string[] arguments) => Cli.Run(["pki", .. arguments, "--folder", _folder.Path]);
}
