using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Tests.Endpoint;

/// <summary>TLS 1.2, for firmware that speaks nothing newer: only where it is allowed, and only its good part.</summary>
public sealed class Tls12Tests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private const string Get = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    private EndpointOptions Options => EndpointOptions.For(fixture.Pki, PkiFixture.ServerName) with { AllowTls12 = true };

    [TimedFact]
    public async Task Where_TLS_1_2_is_allowed_a_device_that_speaks_it_is_served_and_logged_as_such()
    {
        var requests = new List<RequestRecord>();
        await using var server = await EndpointServer.StartAsync(Options, it => it.Answered += requests.Add);
        var seen = await Openssl(server, Get, "-tls1_2", "-cert", fixture.Device.Certificate, "-key", fixture.Device.Key);
        Assert.Contains("Hello There!", seen.Output);
        await server.StopAsync();
        Assert.Equal(("TLSv1.2", "dev-1"), (requests[0].Tls, requests[0].CommonName));
    }

    [TimedFact]
    public async Task TLS_1_3_is_still_preferred()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        Assert.Contains("New, TLSv1.3", (await Openssl(server, "")).Output);
    }

    [TimedTheory]
    [InlineData("-tls1_1", "DEFAULT@SECLEVEL=0")]
    [InlineData("-tls1_2", "ECDHE-ECDSA-AES128-SHA256")]
    [InlineData("-tls1_2", "ECDHE-ECDSA-CHACHA20-POLY1305")]
    [InlineData("-tls1_2", "aRSA+kRSA")]
    public async Task What_is_older_or_weaker_is_refused(string version, string ciphers)
    {
        await using var server = await EndpointServer.StartAsync(Options);
        Assert.Contains("Cipher is (NONE)", (await Openssl(server, "", version, "-cipher", ciphers)).Output);
    }

    [TimedFact]
    public async Task A_session_of_TLS_1_2_cannot_be_resumed_either()
    {
        using var folder = new TemporaryFolder();
        await using var server = await EndpointServer.StartAsync(Options);
        string[] device = ["-tls1_2", "-cert", fixture.Device.Certificate, "-key", fixture.Device.Key];
        await Openssl(server, Get, [.. device, "-sess_out", folder.File("session")]);
        var again = await Openssl(server, Get, [.. device, .. File.Exists(folder.File("session")) ? new[] { "-sess_in", folder.File("session") } : []]);
        Assert.Contains("New, TLSv1.2", again.Output);
        Assert.DoesNotContain("Reused", again.Output);
    }

    [TimedFact]
    public async Task A_client_cannot_renegotiate_a_certificate_in_later()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        var seen = await Openssl(server, "R\n", "-tls1_2");
        Assert.Contains("RENEGOTIATING", seen.All);
        Assert.Matches("no renegotiation|handshake failure|unexpected eof|errno|wrong version", seen.Error);
    }

    private static Task<ToolResult> Openssl(EndpointServer server, string input, params string[] options) =>
        Tool.RunWithInput(input, "openssl", ["s_client", .. input.StartsWith("GET", StringComparison.Ordinal) ? ["-ign_eof"] : Array.Empty<string>(), "-connect", $"127.0.0.1:{server.HttpsPort}", .. options]);
}
