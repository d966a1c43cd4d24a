using System.Text.Json;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Pki.Inspection;

/// <summary>inspect, verify, needs-renewal and bundle, on files and against real servers.</summary>
public sealed class InspectionCommandTests(PkiFixture fixture) : IClassFixture<PkiFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task Inspect_shows_what_openssl_shows()
    {
        var result = await Pki("inspect", fixture.Server.Certificate);
        var openssl = (await Tool.Run("openssl", "x509", "-in", fixture.Server.Certificate, "-noout", "-serial", "-fingerprint", "-sha256")).Output;
        Assert.Contains("0 CN=server.test\n", result.Output);
        Assert.Contains("1 CN=SecureEsp Intermediate CA, O=SecureEsp\n", result.Output);
        Assert.Contains("names        DNS:server.test, DNS:localhost, IP:127.0.0.1\n", result.Output);
        Assert.Contains("may          digitalSignature, serverAuth\n", result.Output);
        Assert.Contains("may          keyCertSign, cRLSign (authority, path length 0)\n", result.Output);
        Assert.Matches(@"\(\d+ days left\)", result.Output);
        var serial = System.Text.RegularExpressions.Regex.Match(result.Output, "serial +([0-9A-F]+)").Groups[1].Value;
        Assert.Contains($"serial={serial}\n", openssl);
    }

    [TimedTheory]
    [InlineData("-tls1_3", "TLSv1.3 ")]
    [InlineData("-tls1_2", "TLSv1.2 ")]
    public async Task Inspect_shows_and_saves_the_chain_that_a_server_sends_in_its_order(string version, string told)
    {
        // Wrong on purpose: the root before the intermediate.
        var chain = _folder.File("chain.pem");
        await File.WriteAllTextAsync(chain, await File.ReadAllTextAsync(fixture.Root) + await File.ReadAllTextAsync(fixture.Pki.Layout.Authority("intermediate").Certificate));
        await using var server = await OpensslServer.Start(fixture.Server, chain, version);
        var saved = _folder.File("saved.pem");
        var result = await Pki("inspect", $"127.0.0.1:{server.Port}", "--save", saved, "--json");
        Assert.True(result.ExitCode == 0, result.Error);
        using var json = JsonDocument.Parse(result.Output);
        Assert.StartsWith(told, json.RootElement.GetProperty("protocol").GetString());
        string[] subjects = ["CN=server.test", "CN=SecureEsp Root CA, O=SecureEsp", "CN=SecureEsp Intermediate CA, O=SecureEsp"];
        Assert.Equal(subjects, json.RootElement.GetProperty("certificates").EnumerateArray().Select(c => c.GetProperty("subject").GetString()));
        Assert.Equal(subjects, CertificateFile.ReadAll(saved).Select(c => c.Subject));
    }

    [TimedFact]
    public async Task Inspect_shows_a_server_that_refuses_us_for_want_of_a_certificate()
    {
        await using var server = await OpensslServer.Start(fixture.Server, null, "-tls1_3", "-Verify", "1");
        Assert.Contains("CN=server.test", (await Pki("inspect", $"127.0.0.1:{server.Port}")).Output);
    }

    [TimedTheory]
    [InlineData("no-such-file.pem", "there is no file no-such-file.pem")]
    [InlineData("127.0.0.1:1", "no certificate from 127.0.0.1:1")]
    public async Task What_is_not_there_is_exit_code_3(string source, string reason)
    {
        var result = await Pki("inspect", source);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains(reason, result.Error);
    }

    [TimedTheory]
    [InlineData("another CA of the same names", "PartialChain")]
    [InlineData("expired", "NotTimeValid")]
    [InlineData("not yet valid", "NotTimeValid")]
    [InlineData("a server's certificate", "NotValidForUsage")]
    [InlineData("self-signed", "UntrustedRoot")]
    [InlineData("signed by a device", "InvalidBasicConstraints")]
    public async Task Verify_refuses_a_bad_client_certificate_with_the_reason(string shown, string reason)
    {
        var result = await Pki("verify", fixture.Shown(shown).Certificate, "--purpose", "client");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(reason, result.Error);
    }

    [TimedFact]
    public async Task Verify_accepts_the_good_ones_and_checks_name_and_revocation()
    {
        Assert.Equal(0, (await Pki("verify", fixture.Device.Certificate)).ExitCode);
        Assert.Equal(0, (await Pki("verify", fixture.Operator.Certificate)).ExitCode);
        Assert.Equal(0, (await Pki("verify", fixture.Server.Certificate, "--name", "127.0.0.1")).ExitCode);
        var other = await Pki("verify", fixture.Server.Certificate, "--name", "bank.test");
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("it is for DNS:server.test, DNS:localhost, IP:127.0.0.1, not for bank.test", other.Error);

        fixture.Pki.IssueDevice("to-be-revoked");
        var lost = fixture.Pki.Layout.Device("to-be-revoked").Certificate;
        Assert.Equal(0, (await Pki("verify", lost)).ExitCode);
        fixture.Pki.Revoke("device", "to-be-revoked");
        Assert.Contains("it was revoked at ", (await Pki("verify", lost)).Error);
        Assert.Contains("wrong signature", (await Pki("verify", lost, "--crl", fixture.Other.Layout.Crl)).Error);
    }

    [TimedTheory]
    [InlineData("30d", 1)]
    [InlineData("400d", 0)]
    [InlineData("50%", 1)]
    public async Task Needs_renewal_answers_by_exit_code(string before, int exitCode) =>
        Assert.Equal(exitCode, (await Pki("needs-renewal", fixture.Device.Certificate, "--before", before)).ExitCode);

    [TimedFact]
    public async Task Needs_renewal_never_takes_a_broken_file_for_a_no()
    {
        Assert.Equal(0, (await Pki("needs-renewal", fixture.Shown("expired").Certificate)).ExitCode);
        await File.WriteAllTextAsync(_folder.File("broken.pem"), "-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----\n");
        Assert.Equal(3, (await Pki("needs-renewal", _folder.File("broken.pem"))).ExitCode);
        Assert.Equal(3, (await Pki("needs-renewal", _folder.File("missing.pem"))).ExitCode);
        Assert.Equal(2, (await Pki("needs-renewal", fixture.Device.Certificate, "--before", "soon")).ExitCode);
    }

    [TimedFact]
    public async Task A_bundle_holds_only_the_roots_of_the_hosts_and_ends_in_NUL_on_request()
    {
        // Of four roots that could be trusted, the two that the servers lead to.
        var roots = _folder.File("roots.pem");
        await File.WriteAllTextAsync(roots, string.Concat(
            await Task.WhenAll(new[] { fixture.Root, fixture.Other.Layout.Authority("root").Certificate, fixture.Pki.Layout.OperatorCa }.Select(f => File.ReadAllTextAsync(f)))));
        await using var one = await OpensslServer.Start(fixture.Server, fixture.Pki.Layout.Authority("intermediate").Certificate);
        await using var two = await OpensslServer.Start(
            fixture.Other.Layout.Server(PkiFixture.ServerName), fixture.Other.Layout.Authority("intermediate").Certificate);
        var file = _folder.File("bundle.pem");
        var result = await Pki("bundle", $"127.0.0.1:{one.Port}", $"127.0.0.1:{two.Port}", $"localhost:{one.Port}", "--roots", roots, "--out", file, "--nanoff");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.EndsWith("-----END CERTIFICATE-----\n\0", await File.ReadAllTextAsync(file));
        string[] expected = [Thumbprint(fixture.Root), Thumbprint(fixture.Other.Layout.Authority("root").Certificate)];
        Assert.Equal(expected, CertificateFile.ReadAll(file).Select(c => c.Thumbprint));
    }

    [TimedTheory]
    [InlineData("another root")]
    [InlineData("no intermediate")]
    [InlineData("the system's store")]
    [InlineData("another name")]
    public async Task A_bundle_is_refused_for_a_host_that_is_not_trusted(string why)
    {
        var shown = fixture.Server;
        if (why == "another name")
        {
            fixture.Pki.IssueServer("elsewhere.test");
            shown = fixture.Pki.Layout.Server("elsewhere.test");
        }

        var chain = why == "no intermediate" ? null : fixture.Pki.Layout.Authority("intermediate").Certificate;
        var leaf = new KeyPairFiles(_folder.File("leaf.pem"), shown.Key);
        CertificateFile.WriteCertificates(leaf.Certificate, CertificateFile.ReadAll(shown.Certificate)[0]);
        await using var server = await OpensslServer.Start(leaf, chain);
        var roots = why == "another root" ? fixture.Pki.Layout.OperatorCa : fixture.Root;
        string[] option = why == "the system's store" ? [] : ["--roots", roots];
        var result = await Cli.Run(["pki", "bundle", $"127.0.0.1:{server.Port}", "--out", _folder.File("bundle.pem"), .. option]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("is not trusted: ", result.Error);
        Assert.False(File.Exists(_folder.File("bundle.pem")));
    }

    [TimedFact]
    public async Task Gnutls_shakes_hands_with_the_files_of_a_server_and_a_device()
    {
        var layout = fixture.Pki.Layout;
        await using var server = await OpensslServer.Start(
            fixture.Server, layout.Authority("intermediate").Certificate, "-tls1_3", "-Verify", "2", "-verify_return_error", "-CAfile", layout.CaChain);
        var result = await Tool.RunWithInput(
            "", "gnutls-cli", "--x509cafile", fixture.Root, "--x509certfile", fixture.Device.Certificate, "--x509keyfile", fixture.Device.Key,
            "--verify-hostname", "server.test", "--port", $"{server.Port}", "127.0.0.1");
        Assert.Contains("The certificate is trusted.", result.All);
        Assert.Contains("Handshake was completed", result.All);
    }

    private static string Thumbprint(string file) => CertificateFile.ReadAll(file)[0].Thumbprint;

    private Task<ToolResult> Pki(params string[] arguments) =>
        Cli.Run(["pki", .. arguments, .. arguments[0] == "verify" ? ["--folder", fixture.Pki.Layout.Folder] : Array.Empty<string>()]);
}
