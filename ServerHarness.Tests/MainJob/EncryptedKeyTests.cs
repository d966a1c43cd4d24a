using System.Text;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.MainJob;

/// <summary>A device whose key lies encrypted on its flash, with the password in its settings.</summary>
public class EncryptedKeyTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    private const string Password = "key password 1";

    [TimedTheory]
    [InlineData("pkcs8 -topk8 -v2 aes-256-cbc", "1.3")]
    [InlineData("pkcs8 -topk8 -v2 des3", "1.2")]
    [InlineData("ec -aes128", "1.3")]
    public async Task An_encrypted_key_gets_the_page_and_a_session(string form, string version)
    {
        await using var bench = await Bench.StartAsync(pki, tls12: version == "1.2");
        await SwitchOn(bench, await Encrypted(form), Password, version);
        await bench.Console.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit);
        await bench.Console.WaitForAsync("[boot] mqtt -> run", Bench.Limit);
        Assert.Contains(bench.Requests, r => r is { Status: 200, CommonName: "dev-1" } && r.Tls == $"TLSv{version}");
        Assert.DoesNotContain(Password, bench.Console.Output);
    }

    [TimedFact]
    public async Task A_wrong_password_is_told_in_mbedTLS_words_and_nothing_is_shown_to_the_server()
    {
        await using var bench = await Bench.StartAsync(pki);
        await SwitchOn(bench, await Encrypted("pkcs8 -topk8 -v2 aes-256-cbc"), "wrong-password");
        await Refused(bench, "the password of the device's private key is wrong [PK_PASSWORD_MISMATCH (-0x3B80)]. Check tls.key.password");
        Assert.DoesNotContain("wrong-password", bench.Console.Output);
    }

    [TimedFact]
    public async Task A_missing_password_is_asked_for()
    {
        await using var bench = await Bench.StartAsync(pki);
        await SwitchOn(bench, await Encrypted("pkcs8 -topk8 -v2 aes-256-cbc"), null);
        await Refused(bench, "[PK_PASSWORD_REQUIRED (-0x3C00)]. Set tls.key.password");
    }

    [TimedFact]
    public async Task A_key_under_an_encryption_that_the_board_has_not_is_refused_with_the_right_password()
    {
        await using var bench = await Bench.StartAsync(pki);
        await SwitchOn(bench, await Encrypted("ec -aes192"), Password);
        await Refused(bench, "[PEM_UNKNOWN_ENC_ALG (-0x1280)]");
    }

    [TimedFact]
    public async Task A_key_file_that_is_not_there_is_named()
    {
        await using var bench = await Bench.StartAsync(pki);
        await SwitchOn(bench, null, null);
        await Refused(bench, @"there is no I:\device.key.pem [device certificate]");
    }

    private static async Task Refused(Bench bench, string words)
    {
        await bench.Console.WaitForAsync("[https] given up", Bench.Limit);
        await bench.Console.WaitForAsync("again in", Bench.Limit, await bench.Console.WaitForAsync("[mqtt] failed", Bench.Limit));
        foreach (var stage in new[] { "[https] failed: ", "[mqtt] failed: " })
            Assert.True(bench.Lines.Any(line => line.StartsWith(stage, StringComparison.Ordinal) && line.Contains(words)), bench.Console.Output);
        Assert.DoesNotContain(bench.Requests, r => r.CommonName is not null);
    }

    private async Task SwitchOn(Bench bench, string? key, string? password, string version = "1.3")
    {
        var profile = bench.Profile().With(("tls.certificate", @"I:\device.cert.pem"), ("tls.key", @"I:\device.key.pem"), ("tls.version", version));
        if (password is not null) profile = profile.With(("tls.key.password", password));
        var board = (profile with { Identity = null }).Create();
        board.Wifi.Provision(profile.Ssid, profile.Password);
        board.Flash.Write(@"I:\device.cert.pem", await File.ReadAllBytesAsync(pki.Pki.Layout.Device("dev-1").Certificate));
        if (key is not null) board.Flash.Write(@"I:\device.key.pem", Encoding.ASCII.GetBytes(key));
        bench.PowerUp(board);
    }

    private async Task<string> Encrypted(string form)
    {
        var result = await Tool.Run("openssl", [.. form.Split(' '), "-in", pki.Pki.Layout.Device("dev-1").Key, "-passout", "pass:" + Password]);
        Assert.Equal(0, result.ExitCode);
        return result.Output;
    }
}
