using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki;

/// <summary>The authorities' keys at rest: who steals the disk cannot sign.</summary>
public sealed class CaPassphraseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task With_a_passphrase_every_authoritys_key_is_encrypted_and_openssl_opens_it()
    {
        var pki = Init("correct horse");
        foreach (var authority in pki.Made)
        {
            Assert.True(authority.KeyEncrypted);
            Assert.StartsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----", await File.ReadAllTextAsync(authority.KeyFile));
            Assert.NotEqual(0, (await Tool.Run("openssl", "pkey", "-in", authority.KeyFile, "-noout", "-passin", "pass:wrong")).ExitCode);
            var opened = await Tool.Run("openssl", "pkey", "-in", authority.KeyFile, "-pubout", "-passin", "pass:correct horse");
            var certified = await Tool.Run("openssl", "x509", "-in", authority.CertificateFile, "-noout", "-pubkey");
            Assert.Equal(certified.Output, opened.Output);
        }

        var key = pki.Layout.Authority("root").Key;
        Assert.Equal(0, (await Tool.Run("certtool", "--key-info", "--pkcs8", "--password", "correct horse", "--infile", key)).ExitCode);
    }

    [TimedFact]
    public async Task Leaves_stay_unencrypted_since_programs_read_them_unattended()
    {
        Init("correct horse");
        var issued = Open("correct horse").IssueDevice("dev-1");
        Assert.False(issued.KeyEncrypted);
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", await File.ReadAllTextAsync(issued.KeyFile));
    }

    [TimedTheory]
    [InlineData("wrong", "the passphrase does not open")]
    [InlineData(null, "is encrypted, and no passphrase was given")]
    public async Task A_wrong_or_missing_passphrase_changes_nothing(string? passphrase, string reason)
    {
        Init("correct horse");
        var before = Snapshot();
        Assert.Contains(reason, Assert.Throws<HarnessException>(() => Open(passphrase).IssueDevice("dev-1")).Message);
        Assert.Equal(before, Snapshot());
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task What_needs_no_signature_needs_no_passphrase()
    {
        Init("correct horse");
        Open("correct horse").IssueDevice("dev-1");
        Assert.Equal(IssueOutcome.Unchanged, Open(null).IssueDevice("dev-1").Outcome);
        Assert.All(Init(null).Made, m => Assert.Equal(IssueOutcome.Unchanged, m.Outcome));
        Assert.Equal(4, Open(null).List().Count);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task A_passphrase_given_later_encrypts_the_keys_and_keeps_the_certificates()
    {
        var plain = Init(null);
        Assert.All(plain.Made, m => Assert.False(m.KeyEncrypted));
        var encrypted = Init("correct horse");
        Assert.All(encrypted.Made, m => Assert.True(m.KeyEncrypted));
        Assert.Equal(plain.Made.Select(m => m.Fingerprint), encrypted.Made.Select(m => m.Fingerprint));
        Assert.Equal(IssueOutcome.Created, Open("correct horse").IssueDevice("dev-1").Outcome);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task A_mistyped_passphrase_never_ends_up_on_half_of_the_keys()
    {
        var layout = Init("correct horse").Layout;
        File.Delete(layout.Authority("operator-ca").Certificate);
        Assert.Contains("does not open", Assert.Throws<HarnessException>(() => Init("mistyped")).Message);
        Assert.Contains("no passphrase was given", Assert.Throws<HarnessException>(() => Init(null)).Message);
        Assert.Equal(IssueOutcome.Created, Init("correct horse").Made[2].Outcome);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task The_command_takes_it_from_a_file_and_from_the_environment_and_says_when_keys_are_plain()
    {
        var plain = await Cli.Run("pki", "init", "--folder", _folder.File("plain"));
        Assert.Contains("(p256, not encrypted)", plain.Output);
        Assert.Contains("not encrypted: whoever reads these keys can make certificates", plain.Output);

        await File.WriteAllTextAsync(_folder.File("passphrase"), "correct horse\n");
        var encrypted = await Cli.Run("pki", "init", "--folder", _folder.File("pki"), "--passphrase-file", _folder.File("passphrase"));
        Assert.Contains("(p256, encrypted)", encrypted.Output);
        Assert.DoesNotContain("not encrypted", encrypted.Output);

        var environment = new Dictionary<string, string?> { ["SECUREESP_CA_PASSPHRASE"] = "correct horse" };
        await using var issue = Tool.Start("dotnet", _folder.Path, environment, Cli.Assembly, "pki", "issue", "device", "dev-1", "--folder", "pki");
        Assert.Equal(0, (await issue.End()).ExitCode);
        await using var none = Tool.Start("dotnet", _folder.Path, new Dictionary<string, string?>(), Cli.Assembly, "pki", "issue", "device", "dev-2", "--folder", "pki");
        var refused = await none.End();
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("hint: set SECUREESP_CA_PASSPHRASE", refused.Error);
    }

    [TimedFact]
    public async Task The_update_key_signs_what_openssl_verifies_and_is_none_of_TLSs()
    {
        var made = UpdateSigningKey.Ensure(_folder.Path, null);
        Assert.Equal(made with { Outcome = IssueOutcome.Unchanged }, UpdateSigningKey.Ensure(_folder.Path, null));
        await File.WriteAllTextAsync(_folder.File("manifest"), "version 2");
        var signature = _folder.File("signature");
        Assert.Equal(0, (await Tool.Run("openssl", "dgst", "-sha256", "-sign", made.KeyFile, "-out", signature, _folder.File("manifest"))).ExitCode);
        var verified = await Tool.Run("openssl", "dgst", "-sha256", "-verify", made.PublicKeyFile, "-signature", signature, _folder.File("manifest"));
        Assert.Equal("Verified OK\n", verified.Output);
        var text = (await Tool.Run("openssl", "pkey", "-pubin", "-in", made.PublicKeyFile, "-noout", "-text")).Output;
        Assert.Contains(made.Point.ToLowerInvariant(), text.Replace(":", "").Replace("\n", "").Replace(" ", ""));
        File.Delete(made.KeyFile);
        Assert.Contains("is missing, but its public key is there", Assert.Throws<HarnessException>(() => UpdateSigningKey.Ensure(_folder.Path, null)).Message);
    }

    private PkiFolder Init(string? passphrase) => PkiFolder.OpenOrCreate(_folder.Path, passphrase: new(() => passphrase));

    private PkiFolder Open(string? passphrase) => PkiFolder.Open(_folder.Path, passphrase: new(() => passphrase));

    private List<string> Snapshot() =>
        [.. Directory.GetFiles(_folder.Path, "*.pem", SearchOption.AllDirectories).Order().Select(f => $"{f} {File.ReadAllText(f)}")];
}
