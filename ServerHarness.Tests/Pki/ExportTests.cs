using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki;

/// <summary>PKCS #12 and plain keys, opened by openssl and certtool.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PkiFolder _pki;

    public ExportTests() => _pki = PkiFolder.OpenOrCreate(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [TimedTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_p12_holds_certificate_chain_and_key_under_the_passphrase(bool legacy)
    {
        var issued = _pki.IssueDevice("dev-1");
        await File.WriteAllTextAsync(_folder.File("passphrase"), "open sesame\n");
        var file = _folder.File("dev.p12");
        var result = await Run("export-p12", ["device", "dev-1", "--out", file, "--passphrase-file", _folder.File("passphrase"), .. legacy ? ["--legacy"] : Array.Empty<string>()]);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.DoesNotContain("open sesame", result.All);
        var opened = await Tool.Run("openssl", "pkcs12", "-in", file, "-passin", "pass:open sesame", "-nodes");
        Assert.True(opened.ExitCode == 0, opened.Error);
        Assert.Contains("subject=CN = dev-1\n", opened.Output);
        Assert.Contains("CN = SecureEsp Intermediate CA", opened.Output);
        Assert.Contains("-----BEGIN PRIVATE KEY-----", opened.Output);
        Assert.NotEqual(0, (await Tool.Run("openssl", "pkcs12", "-in", file, "-passin", "pass:wrong", "-nodes")).ExitCode);
        Assert.Equal(0, (await Tool.Run("certtool", "--p12-info", "--inder", "--password", "open sesame", "--infile", file)).ExitCode);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == AtomicFile.Secret);
        Assert.NotEqual("", issued.Fingerprint);
    }

    [TimedFact]
    public async Task Without_a_passphrase_a_new_one_is_told_once_and_fits()
    {
        _pki.IssueOperator("alice");
        var result = await Run("export-p12", "operator", "alice");
        var passphrase = System.Text.RegularExpressions.Regex.Match(result.Output, @"passphrase +(([a-z2-9]{4}-){3}[a-z2-9]{4}) \(told only now\)").Groups[1].Value;
        var file = _folder.File("operators", "alice", "client.p12");
        Assert.Equal(0, (await Tool.Run("openssl", "pkcs12", "-in", file, "-passin", $"pass:{passphrase}", "-nokeys")).ExitCode);
    }

    [TimedTheory]
    [InlineData("ec", "-pkeyopt", "ec_paramgen_curve:P-256")]
    [InlineData("rsa", "-pkeyopt", "rsa_keygen_bits:2048")]
    public async Task A_key_that_openssl_encrypted_is_written_plain(string algorithm, string option, string value)
    {
        var (encrypted, plain) = (_folder.File("encrypted.pem"), _folder.File("plain.pem"));
        Assert.Equal(0, (await Tool.Run("openssl", "genpkey", "-algorithm", algorithm, option, value, "-aes256", "-pass", "pass:open sesame", "-out", encrypted)).ExitCode);
        await File.WriteAllTextAsync(_folder.File("wrong"), "wrong\n");
        var wrong = await Cli.Run("pki", "decrypt-key", encrypted, "--out", plain, "--passphrase-file", _folder.File("wrong"));
        Assert.Equal((1, false), (wrong.ExitCode, File.Exists(plain)));
        Assert.Contains("the passphrase does not open", wrong.Error);
        await File.WriteAllTextAsync(_folder.File("right"), "open sesame\n");
        Assert.Equal(0, (await Cli.Run("pki", "decrypt-key", encrypted, "--out", plain, "--passphrase-file", _folder.File("right"))).ExitCode);
        Assert.Equal(
            (await Tool.Run("openssl", "pkey", "-in", encrypted, "-passin", "pass:open sesame", "-pubout")).Output,
            (await Tool.Run("openssl", "pkey", "-in", plain, "-pubout")).Output);
    }

    [TimedFact]
    public async Task Without_a_passphrase_nor_a_terminal_an_encrypted_key_is_exit_code_3()
    {
        await Tool.Run("openssl", "genpkey", "-algorithm", "rsa", "-aes256", "-pass", "pass:x", "-out", _folder.File("encrypted.pem"));
        await using var run = Cli.Start(_folder.Path, "pki", "decrypt-key", "encrypted.pem", "--out", "plain.pem");
        var result = await run.End();
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("no passphrase was given", result.Error);
    }

    private Task<ToolResult> Run(string command, params string[] arguments) => Cli.Run(["pki", command, .. arguments, "--folder", _folder.Path]);
}
