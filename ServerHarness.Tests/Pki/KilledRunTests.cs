using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki;

/// <summary>A kill -9 at any moment: the next run succeeds, and nothing that anybody relies on is lost.</summary>
public sealed class KilledRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<int> Moments => [1, 3, 6, 10, 14, 18, 22, 27, 32, 38];

    public static TheoryData<int> IssueMoments => [1, 2, 3, 4, 5, 7, 9, 11, 13, 16];

    [TimedTheory]
    [MemberData(nameof(Moments))]
    public async Task Init_is_finished_by_the_next_run(int moment)
    {
        var ended = await Killed(moment, "pki", "init", "--folder", _folder.Path);
        var roots = Certificates("root");
        var next = await Cli.Run("pki", "init", "--folder", _folder.Path);
        Assert.True(next.ExitCode == 0, $"killed at change {moment} ({ended}): {next.All}");
        if (roots is not null)
        {
            Assert.Equal(roots, Certificates("root"));
        }

        await AssertSound();
    }

    [TimedTheory]
    [MemberData(nameof(IssueMoments))]
    public async Task Issue_leaves_the_old_pair_or_the_new_one_and_never_half_of_each(int moment)
    {
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        var before = pki.IssueServer("server.test");
        var ended = await Killed(moment, "pki", "issue", "server", "server.test", "added.test", "--folder", _folder.Path);

        // What anybody sees who opens the folder next, before anything is issued.
        var layout = PkiFolder.Open(_folder.Path).Layout;
        using (var pair = CertificateFile.ReadWithKey(layout.Server("server.test").Certificate, layout.Server("server.test").Key))
        {
            var names = pair.AlternativeNames();
            Assert.True(names.Count == 2 || pair.SerialNumber == Serial(before), $"killed at change {moment} ({ended})");
        }

        var next = await Cli.Run("pki", "issue", "server", "server.test", "added.test", "--folder", _folder.Path);
        Assert.True(next.ExitCode == 0, $"killed at change {moment} ({ended}): {next.All}");
        Assert.NotNull(PkiFolder.Open(_folder.Path).Revoke("server", "server.test"));
        await AssertSound();
    }

    [TimedTheory]
    [InlineData("before the decision")]
    [InlineData("after the decision")]
    [InlineData("between key and certificate")]
    public async Task A_pair_changes_as_one(string moment)
    {
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        var issued = pki.IssueDevice("dev-1");
        var files = pki.Layout.Device("dev-1");
        var (oldKey, oldCertificate) = (await File.ReadAllTextAsync(files.Key), await File.ReadAllTextAsync(files.Certificate));
        pki.Renew("device", "dev-1", newKey: true);
        var (newKey, newCertificate) = (await File.ReadAllTextAsync(files.Key), await File.ReadAllTextAsync(files.Certificate));

        // The folder as a run that dies at this moment leaves it.
        AtomicFile.Write(files.Key, moment == "between key and certificate" ? newKey : oldKey, AtomicFile.Secret);
        AtomicFile.Write(files.Certificate, oldCertificate, AtomicFile.Public);
        var staged = _folder.File(moment == "before the decision" ? ".next" : ".ready", "devices", "dev-1");
        Directory.CreateDirectory(staged);
        AtomicFile.Write(Path.Combine(staged, "client.cert.pem"), newCertificate, AtomicFile.Public);
        if (moment != "between key and certificate")
        {
            AtomicFile.Write(Path.Combine(staged, "client.key.pem"), newKey, AtomicFile.Secret);
        }

        PkiFolder.Open(_folder.Path);
        var old = moment == "before the decision";
        Assert.Equal(old ? oldKey : newKey, await File.ReadAllTextAsync(files.Key));
        Assert.Equal(old ? oldCertificate : newCertificate, await File.ReadAllTextAsync(files.Certificate));
        Assert.Equal(IssueOutcome.Unchanged, pki.IssueDevice("dev-1").Outcome);
        Assert.NotEqual("", issued.Fingerprint);
        await AssertSound();
    }

    [TimedFact]
    public async Task Two_processes_at_once_make_one_PKI_and_one_certificate()
    {
        await using var first = Cli.Start(_folder.Path, "pki", "init", "--folder", "pki", "--json");
        await using var second = Cli.Start(_folder.Path, "pki", "init", "--folder", "pki", "--json");
        Assert.Equal(0, (await first.End()).ExitCode);
        Assert.Equal(0, (await second.End()).ExitCode);
        await using var third = Cli.Start(_folder.Path, "pki", "issue", "device", "dev-1", "--folder", "pki");
        await using var fourth = Cli.Start(_folder.Path, "pki", "issue", "device", "dev-1", "--folder", "pki");
        var outcomes = new[] { await third.End(), await fourth.End() }.Select(r => r.Output.Split(' ')[0]).Order();
        Assert.Equal(["created", "unchanged"], outcomes);
        Assert.Single(Directory.GetFiles(_folder.File("pki", "issued")));
    }

    private static string Serial(Issued issued) => CertificateFile.ReadAll(issued.CertificateFile)[0].SerialNumber;

    private string? Certificates(string authority)
    {
        var file = new PkiLayout(_folder.Path).Authority(authority).Certificate;
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    private async Task<string> Killed(int moment, params string[] arguments)
    {
        await using var run = Cli.Start(_folder.Path, arguments);
        using var watch = new FolderWatch(_folder.Path, moment, run.Kill);
        var result = await run.End();
        return result.ExitCode == 0 ? "it had already ended" : $"exit code {result.ExitCode}";
    }

    private async Task AssertSound()
    {
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(_folder.File(".next")) || Directory.Exists(_folder.File(".ready")));
        var layout = PkiFolder.Open(_folder.Path).Layout;
        Assert.All(PkiFolder.Open(_folder.Path).List().Where(i => !i.IsLeaf), i => Assert.Equal(CertificateState.Valid, i.State));
        var issued = PkiFolder.Open(_folder.Path).IssueDevice("witness");
        var verified = await Tool.Run("openssl", "verify", "-CAfile", layout.CaChain, "-no-CApath", issued.CertificateFile);
        Assert.Contains(": OK", verified.Output);
        Assert.All(Directory.GetFiles(_folder.Path, "*.key.pem", SearchOption.AllDirectories), f => Assert.Equal(Convert.ToInt32("600", 8), Mode(f)));
    }

    private static int Mode(string path) => OperatingSystem.IsWindows() ? Convert.ToInt32("600", 8) : (int)File.GetUnixFileMode(path);
}
