using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.MainJob;

/// <summary>Each attack, or mistake, on the way from a cold board to the page: refused, for the right reason, and told in words.</summary>
public class RefusalTests(PkiFixture pki) : IClassFixture<PkiFixture>
{
    [TimedFact]
    public async Task A_device_without_a_certificate_gets_401_and_no_session()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile() with { Identity = null });
        await bench.Console.WaitForAsync("[mqtt]", Bench.Limit);
        await bench.Console.WaitForAsync("again in", Bench.Limit);
        Assert.DoesNotContain(bench.Requests, r => r.Status == 200);
        Assert.DoesNotContain("[mqtt] connected", bench.Console.Output);
    }

    [TimedFact]
    public async Task A_device_with_an_expired_certificate_gets_401()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile("dev-expired"));
        await bench.Console.WaitForAsync("[https] refused: status 401", Bench.Limit);
        Assert.Contains(bench.Requests, r => r.Status == 401 && r.Refusal is not null);
        Assert.DoesNotContain(bench.Requests, r => r.Status == 200);
    }

    [TimedFact]
    public async Task A_device_of_another_PKI_gets_401_and_no_session()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile() with { Identity = pki.Other.Layout.Device("dev-1") });
        await bench.Console.WaitForAsync("[https] refused: status 401", Bench.Limit);
        await bench.Console.WaitForAsync("[mqtt] ", Bench.Limit);
        Assert.DoesNotContain(bench.Requests, r => r.Status == 200);
    }

    [TimedFact]
    public async Task A_server_of_another_CA_is_refused() =>
        await ServerIsRefused(profile: p => p with { CaFile = pki.Other.Layout.CaChain }, flag: "BADCERT_NOT_TRUSTED");

    [TimedFact]
    public async Task A_server_is_refused_when_the_device_trusts_nobody() =>
        await ServerIsRefused(profile: p => p with { CaFile = null }, flag: "BADCERT_NOT_TRUSTED");

    [TimedFact]
    public async Task A_server_of_another_name_is_refused() =>
        await ServerIsRefused(profile: p => p with { Settings = With(p.Settings, "other.test") }, flag: "BADCERT_CN_MISMATCH");

    [TimedFact]
    public async Task An_expired_server_is_refused_by_the_clock_of_the_device() =>
        await ServerIsRefused(profile: p => p with { TimeSource = () => DateTime.UtcNow.AddYears(3) }, flag: "BADCERT_EXPIRED");

    // mbedTLS has no flag for it alone: where nothing else is wrong, a wrong usage is its error -0x7A00 (ssl_tls.c).
    [TimedFact]
    public async Task A_server_that_shows_a_client_certificate_is_refused() =>
        await ServerIsRefused(shown: NamedClientCertificate(), flag: "not made for a server [SSL_BAD_CERTIFICATE");

    [TimedFact]
    public async Task No_TLS_is_spoken_while_the_clock_stands_at_1970()
    {
        await using var bench = await Bench.StartAsync(pki);
        await bench.PowerUpAndJoin(bench.Profile() with { TimeSource = null });
        await bench.Console.WaitForAsync("TLS is refused; again in", Bench.Limit);
        Assert.Contains("1970", bench.Console.Output);
        Assert.Empty(bench.Requests);
        Assert.DoesNotContain("[https]", bench.Console.Output);
    }

    [TimedFact]
    public async Task A_wrong_Wifi_password_is_told_and_asked_for_again()
    {
        await using var bench = await Bench.StartAsync(pki);
        var profile = bench.Profile();
        bench.PowerUp(profile);
        var asked = await bench.Console.WaitForAsync("{SSID} {PWD}", Bench.Limit);
        bench.Console.Type($"{profile.Ssid} not-the-password\r");
        var again = await bench.Console.WaitForAsync("{SSID} {PWD}", Bench.Limit, asked);
        Assert.DoesNotContain("not-the-password", bench.Console.Output);
        bench.Console.Type($"{profile.Ssid} {profile.Password}\r");
        await bench.Console.WaitForAsync("HTTP/1.1 200 OK", Bench.Limit, again);
    }

    [TimedFact]
    public async Task Nonsense_on_the_console_is_named_and_asked_for_again()
    {
        await using var bench = await Bench.StartAsync(pki);
        bench.PowerUp(bench.Profile());
        var asked = await bench.Console.WaitForAsync("{SSID} {PWD}", Bench.Limit);
        bench.Console.Type("nospace\r");
        await bench.Console.WaitForAsync("there is no space between SSID and password", Bench.Limit, asked);
        await bench.Console.WaitForAsync("{SSID} {PWD}", Bench.Limit, asked);
    }

    [TimedFact]
    public async Task The_console_helps_where_there_is_no_network_and_reboots()
    {
        await using var bench = await Bench.StartAsync(pki);
        bench.PowerUp(bench.Profile());
        await bench.Console.WaitForAsync("{SSID} {PWD}", Bench.Limit);
        bench.Console.Type("info\r\n");
        await bench.Console.WaitForAsync("[info] free heap ", Bench.Limit);
        bench.Console.Type("settings\r\n");
        var shown = await bench.Console.WaitForAsync($"[settings] mqtt.port={bench.Broker.Port}", Bench.Limit);
        bench.Console.Type("reboot\r\n");
        var rebooted = await bench.Console.WaitForAsync("[boot] SecureEsp", Bench.Limit, shown);
        await bench.Console.WaitForAsync("{SSID} {PWD}", Bench.Limit, rebooted);
        Assert.Equal(2, bench.Device!.Boots);
    }

    private async Task ServerIsRefused(string flag, Func<BoardProfile, BoardProfile>? profile = null, KeyPairFiles? shown = null)
    {
        await using var bench = await Bench.StartAsync(pki, shown);
        await bench.PowerUpAndJoin((profile ?? (p => p))(bench.Profile()));
        await bench.Console.WaitForAsync("[https] given up", Bench.Limit);
        await bench.Console.WaitForAsync("again in", Bench.Limit, await bench.Console.WaitForAsync("[mqtt]", Bench.Limit));
        foreach (var stage in new[] { "[probe]", "[https]", "[mqtt]" })
            Assert.True(bench.Lines.Any(line => line.StartsWith(stage, StringComparison.Ordinal) && line.Contains(flag)), $"no {stage} line with {flag}:\n{bench.Console.Output}");
        Assert.DoesNotContain("HTTP/1.1 200 OK", bench.Console.Output);
        Assert.Empty(bench.Requests);
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> settings, string host) =>
        new(settings) { ["https.host"] = host, ["mqtt.host"] = host };

    /// <summary>The right name, the right CA, but made for clients.</summary>
    private KeyPairFiles NamedClientCertificate()
    {
        var folder = Directory.CreateDirectory(Path.Combine(pki.Pki.Layout.Folder, "as-client")).FullName;
        var files = new KeyPairFiles(Path.Combine(folder, "server.cert.pem"), Path.Combine(folder, "server.key.pem"));
        if (File.Exists(files.Certificate)) return files;
        var authority = pki.Pki.Layout.Authority("intermediate");
        using var intermediate = new CertificateAuthority(CertificateFile.ReadWithKey(authority.Certificate, authority.Key));
        using var leaf = intermediate.Issue(CertificateProfile.Server with { ExtendedKeyUsage = CertificateProfile.Device.ExtendedKeyUsage }, SubjectNames.OfServer([PkiFixture.ServerName]));
        CertificateFile.WriteCertificates(files.Certificate, [leaf, intermediate.Certificate]);
        CertificateFile.WriteKey(files.Key, leaf);
        return files;
    }
}
