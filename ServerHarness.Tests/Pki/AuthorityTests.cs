using System.Security.Cryptography.X509Certificates;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki;

public sealed class AuthorityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedTheory]
    [InlineData("root", 10)]
    [InlineData("intermediate", 5)]
    [InlineData("operator-ca", 10)]
    public async Task An_authority_lives_as_long_as_its_profile_says(string kind, int years)
    {
        var made = PkiFolder.OpenOrCreate(_folder.Path).Made.Single(m => m.Kind == kind);
        AssertNear(DateTimeOffset.UtcNow.AddHours(-1), made.NotBefore);
        AssertNear(DateTimeOffset.UtcNow.AddYears(years), made.NotAfter);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task A_leaf_lives_a_year_and_begins_an_hour_ago_for_clocks_that_are_behind()
    {
        // Made two days ago, so that the authority's own beginning does not stand in the way.
        PkiFolder.OpenOrCreate(_folder.Path, FixedClock.DaysFromNow(-2));
        var issued = PkiFolder.Open(_folder.Path).IssueDevice("dev-1");
        AssertNear(DateTimeOffset.UtcNow.AddHours(-1), issued.NotBefore);
        AssertNear(DateTimeOffset.UtcNow.AddYears(1), issued.NotAfter);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task A_leaf_never_outlasts_nor_precedes_its_issuer()
    {
        var intermediate = PkiFolder.OpenOrCreate(_folder.Path).Made.Single(m => m.Kind == "intermediate");
        Assert.Equal(intermediate.NotBefore, PkiFolder.Open(_folder.Path, new FixedClock(TimeSpan.FromMinutes(-30))).IssueDevice("early").NotBefore);
        Assert.Equal(intermediate.NotAfter, PkiFolder.Open(_folder.Path, FixedClock.DaysFromNow(4.5 * 365)).IssueDevice("late").NotAfter);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task Nothing_is_issued_by_an_authority_that_has_expired()
    {
        PkiFolder.OpenOrCreate(_folder.Path);
        var e = Assert.Throws<HarnessException>(() => PkiFolder.Open(_folder.Path, FixedClock.DaysFromNow(6 * 365)).IssueDevice("dev-1"));
        Assert.Contains("SecureEsp Intermediate CA expired at", e.Message);
        Assert.False(Directory.Exists(_folder.File("devices", "dev-1")));
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task Nothing_is_issued_when_the_clock_stands_before_the_authority_began()
    {
        PkiFolder.OpenOrCreate(_folder.Path);
        var e = Assert.Throws<HarnessException>(() => PkiFolder.Open(_folder.Path, FixedClock.DaysFromNow(-1)).IssueDevice("dev-1"));
        Assert.Contains("begins only at", e.Message);
        Assert.Contains("set this machine's clock", e.Hint);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task With_the_roots_key_offline_issuing_goes_on_and_init_changes_nothing()
    {
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        File.Delete(pki.Layout.Authority("root").Key);
        Assert.All(PkiFolder.OpenOrCreate(_folder.Path).Made, m => Assert.Equal(IssueOutcome.Unchanged, m.Outcome));
        Assert.Equal(IssueOutcome.Created, pki.IssueDevice("dev-1").Outcome);
        Assert.False(File.Exists(pki.Layout.Authority("root").Key));
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task A_lost_root_certificate_is_an_error_and_never_a_new_root()
    {
        var layout = PkiFolder.OpenOrCreate(_folder.Path).Layout;
        File.Delete(layout.Authority("root").Certificate);
        Assert.Contains("root.cert.pem is missing", Assert.Throws<HarnessException>(() => PkiFolder.OpenOrCreate(_folder.Path)).Message);
        Assert.False(File.Exists(layout.Authority("root").Certificate));
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task An_authority_whose_key_is_not_its_own_signs_nothing()
    {
        var pki = PkiFolder.OpenOrCreate(_folder.Path);
        File.Copy(pki.Layout.Authority("operator-ca").Key, pki.Layout.Authority("intermediate").Key, overwrite: true);
        Assert.Contains("is not the unencrypted private key of", Assert.Throws<HarnessException>(() => pki.IssueDevice("dev-1")).Message);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task A_folder_that_cannot_be_written_is_named_with_the_reason()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "");
        var e = Assert.Throws<HarnessException>(() => PkiFolder.OpenOrCreate(_folder.File("file", "pki")));
        Assert.Contains(_folder.File("file"), e.Message);
        Assert.Contains("--folder", e.Hint);
    }

    [TimedFact]
    public async Task The_operators_root_is_not_signed_by_the_root_of_devices()
    {
        var layout = PkiFolder.OpenOrCreate(_folder.Path).Layout;
        using var operators = X509CertificateLoader.LoadCertificateFromFile(layout.OperatorCa);
        Assert.Equal(operators.Subject, operators.Issuer);
        var trusted = CertificateFile.ReadAll(layout.CaChain);
        Assert.NotNull(CertificateChain.Refusal(operators, trusted, Purposes.ClientAuthentication, DateTimeOffset.UtcNow));
        await Task.CompletedTask;
    }

    private static void AssertNear(DateTimeOffset expected, DateTimeOffset actual) =>
        Assert.InRange(actual, expected.AddMinutes(-2), expected.AddMinutes(2));
}
