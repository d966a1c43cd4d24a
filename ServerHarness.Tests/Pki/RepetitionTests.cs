using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki;

/// <summary>Running it again is harmless, and so is having been killed.</summary>
public sealed class RepetitionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task Running_everything_twice_touches_no_file_and_says_so()
    {
        IssueAll();
        var before = Snapshot();
        var again = IssueAll();
        Assert.Equal(before, Snapshot());
        Assert.All(again, issued => Assert.Equal(IssueOutcome.Unchanged, issued.Outcome));
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task Keys_are_for_the_owner_alone_certificates_for_all_to_read_folders_closed()
    {
        IssueAll();
        Assert.All(Directory.GetFiles(_folder.Path, "*.key.pem", SearchOption.AllDirectories), f => Assert.Equal("600", Mode(f)));
        Assert.All(Directory.GetFiles(_folder.Path, "*.cert.pem", SearchOption.AllDirectories), f => Assert.Equal("644", Mode(f)));
        Assert.All(Directory.GetDirectories(_folder.Path, "*", SearchOption.AllDirectories), f => Assert.Equal("700", Mode(f)));
        Assert.NotEmpty(Directory.GetFiles(_folder.Path, "*.key.pem", SearchOption.AllDirectories));
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task The_same_names_in_another_order_change_nothing()
    {
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        pki.IssueServer("a.test", "b.test", "127.0.0.1");
        Assert.Equal(IssueOutcome.Unchanged, pki.IssueServer("A.test", "127.0.0.1", "b.test", "b.test").Outcome);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task Other_names_of_a_server_replace_its_certificate_and_its_key()
    {
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        var first = pki.IssueServer("a.test");
        var key = await File.ReadAllTextAsync(first.KeyFile);
        var second = pki.IssueServer("a.test", "b.test");
        Assert.Equal(IssueOutcome.Replaced, second.Outcome);
        Assert.NotEqual(first.Fingerprint, second.Fingerprint);
        Assert.NotEqual(key, await File.ReadAllTextAsync(second.KeyFile));
    }

    [TimedFact]
    public async Task A_certificate_that_has_expired_is_replaced()
    {
        PkiFolder.OpenOrCreate(_folder.Path, FixedClock.DaysFromNow(-400)).IssueDevice("dev-1");
        Assert.Equal(IssueOutcome.Replaced, PkiFolder.Open(_folder.Path).IssueDevice("dev-1").Outcome);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task A_certificate_of_another_authority_is_replaced()
    {
        using var elsewhere = new TemporaryFolder();
        var stranger = PkiFolder.OpenOrCreate(elsewhere.Path).IssueDevice("dev-1");
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        var ours = pki.IssueDevice("dev-1");
        File.Copy(stranger.CertificateFile, ours.CertificateFile, overwrite: true);
        File.Copy(stranger.KeyFile, ours.KeyFile, overwrite: true);
        Assert.Equal(IssueOutcome.Replaced, pki.IssueDevice("dev-1").Outcome);
        await Task.CompletedTask;
    }

    [TimedTheory]
    [InlineData("the key is another's", IssueOutcome.Replaced)]
    [InlineData("the key is gone", IssueOutcome.Replaced)]
    [InlineData("the certificate is cut short", IssueOutcome.Replaced)]
    [InlineData("the certificate is gone", IssueOutcome.Created)]
    public async Task What_a_kill_in_the_middle_leaves_is_repaired_by_the_next_run(string damage, IssueOutcome outcome)
    {
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        var issued = pki.IssueDevice("dev-1");
        switch (damage)
        {
            case "the key is another's": File.Copy(pki.IssueDevice("dev-2").KeyFile, issued.KeyFile, overwrite: true); break;
            case "the key is gone": File.Delete(issued.KeyFile); break;
            case "the certificate is gone": File.Delete(issued.CertificateFile); break;
            default: await File.WriteAllTextAsync(issued.CertificateFile, (await File.ReadAllTextAsync(issued.CertificateFile))[..200]); break;
        }

        Assert.Equal(outcome, pki.IssueDevice("dev-1").Outcome);
        Assert.Equal(IssueOutcome.Unchanged, pki.IssueDevice("dev-1").Outcome);
        using var pair = CertificateFile.ReadWithKey(issued.CertificateFile, issued.KeyFile);
        Assert.True(pair.HasPrivateKey);
    }

    [TimedFact]
    public async Task An_init_that_was_killed_before_the_intermediate_is_finished_by_the_next()
    {
        var layout = PkiFolder.OpenOrCreate(_folder.Path).Layout;
        var root = await File.ReadAllTextAsync(layout.Authority("root").Certificate);
        File.Delete(layout.Authority("intermediate").Certificate);
        File.Delete(layout.CaChain);
        Assert.Throws<HarnessException>(() => PkiFolder.Open(_folder.Path));
        var made = PkiFolder.OpenOrCreate(_folder.Path).Made;
        Assert.Equal([IssueOutcome.Unchanged, IssueOutcome.Created, IssueOutcome.Unchanged], made.Select(m => m.Outcome));
        Assert.Equal(root, await File.ReadAllTextAsync(layout.Authority("root").Certificate));
        var issued = PkiFolder.Open(_folder.Path).IssueDevice("dev-1");
        Assert.Equal(0, (await Tool.Run("openssl", "verify", "-CAfile", layout.CaChain, "-no-CApath", issued.CertificateFile)).ExitCode);
    }

    [TimedFact]
    public async Task Several_runs_at_once_agree_on_one_PKI()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PkiFolder.OpenOrCreate(_folder.Path).IssueDevice("dev-1"))));
        Assert.Single(runs.Select(r => r.Fingerprint).Distinct());
        Assert.Single(runs, r => r.Outcome == IssueOutcome.Created);
    }

    [TimedFact]
    public async Task No_temporary_file_is_left()
    {
        IssueAll();
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp", SearchOption.AllDirectories));
        await Task.CompletedTask;
    }

    private static string Mode(string path) => OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(path), 8);

    private List<Issued> IssueAll()
    {
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        return [.. pki.Made, pki.IssueServer("server.test", "127.0.0.1"), pki.IssueDevice("dev_1"), pki.IssueOperator("alice")];
    }

    private List<string> Snapshot()
    {
        var files = Directory.GetFiles(_folder.Path, "*.pem", SearchOption.AllDirectories).Order();
        return [.. files.Select(f => $"{f} {File.GetLastWriteTimeUtc(f):O} {File.ReadAllText(f)}")];
    }
}
