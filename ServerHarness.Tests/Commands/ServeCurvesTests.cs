namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary>What only a process can choose: the groups for key exchange, and that no ticket is sent.</summary>
public sealed class ServeCurvesTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    [TimedFact]
    public async Task By_default_the_quick_curves_come_first_and_no_ticket_is_sent()
    {
        await using var serve = Start();
        var port = await Port(serve);
        Assert.Contains("Server Temp Key: X25519", (await Openssl(port)).Output);
        Assert.Contains("Server Temp Key: ECDH, prime256v1", (await Openssl(port, "-groups", "P-256:secp384r1")).Output);
        Assert.Contains("Server Temp Key: ECDH, secp384r1", (await Openssl(port, "-groups", "secp384r1")).Output);
        Assert.Contains("alert handshake failure", (await Openssl(port, "-groups", "P-521")).All);
        var seen = await Tool.RunWithInput(
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "openssl", "s_client", "-ign_eof", "-connect", $"127.0.0.1:{port}", "-cert", fixture.Device.Certificate, "-key", fixture.Device.Key);
        Assert.Contains("Hello There!", seen.Output);
        Assert.DoesNotContain("New Session Ticket", seen.Output);
    }

    [TimedTheory]
    [InlineData]
    [InlineData("--tls12")]
    public async Task Only_AES_GCM_is_taken_and_no_session_can_be_resumed(params string[] options)
    {
        using var folder = new TemporaryFolder();
        await using var serve = Start(options);
        var port = await Port(serve);
        foreach (var suite in new[] { "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_CCM_SHA256" })
        {
            Assert.Contains("Cipher is (NONE)", (await Openssl(port, "-tls1_3", "-ciphersuites", suite)).Output);
        }

        Assert.Contains("Cipher is TLS_AES_128_GCM_SHA256", (await Openssl(port, "-ciphersuites", "TLS_AES_128_GCM_SHA256")).Output);
        foreach (var version in new[] { "-tls1_3", "-tls1_2" })
        {
            string[] client = ["s_client", "-ign_eof", version, "-connect", $"127.0.0.1:{port}", "-cert", fixture.Device.Certificate, "-key", fixture.Device.Key];
            const string Get = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
            await Tool.RunWithInput(Get, "openssl", [.. client, "-sess_out", folder.File(version)]);
            if (File.Exists(folder.File(version)))
            {
                Assert.DoesNotContain("Reused", (await Tool.RunWithInput(Get, "openssl", [.. client, "-sess_in", folder.File(version)])).Output);
            }
        }
    }

    [TimedFact]
    public async Task The_guides_curve_is_taken_when_it_is_asked_for_even_from_a_client_that_offers_others_first()
    {
        await using var serve = Start("--curves", "secp384r1");
        var port = await Port(serve);
        Assert.Contains("Server Temp Key: ECDH, secp384r1", (await Openssl(port, "-groups", "X25519:P-256:secp384r1")).Output);
        Assert.Contains("alert handshake failure", (await Openssl(port, "-groups", "X25519")).All);
    }

    [TimedFact]
    public async Task TLS_1_2_works_with_the_guides_curve_and_a_P_256_certificate()
    {
        await using var serve = Start("--curves", "secp384r1,P-256", "--tls12");
        var seen = await Openssl(await Port(serve), "-tls1_2");
        Assert.Contains("Server Temp Key: ECDH, secp384r1", seen.Output);
    }

    private static async Task<int> Port(Tool serve) =>
        new Uri((await serve.Line(l => l.StartsWith("ready ", StringComparison.Ordinal))).Split(' ')[1]).Port;

    private static Task<ToolResult> Openssl(int port, params string[] options) =>
        Tool.RunWithInput("", "openssl", ["s_client", "-connect", $"127.0.0.1:{port}", .. options]);

    private Tool Start(params string[] options)
    {
        var folder = fixture.Pki.Layout.Folder;
        return Cli.Start(folder, ["serve", "--folder", folder, "--https-port", "0", "--http-port", "0", .. options]);
    }
}
