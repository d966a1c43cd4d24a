using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Tests.Endpoint;

/// <summary>Every certificate that must not open the door, by what is wrong with it.</summary>
public sealed class RefusedCertificatesTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    public static TheoryData<string, string> Attacks => new()
    {
        { "another CA of the same names", "PartialChain" },
        { "self-signed", "UntrustedRoot" },
        { "expired", "it expired at " },
        { "not yet valid", "it begins only at " },
        { "a server's certificate", "the extended key usage lacks clientAuth" },
        { "the intermediate CA", "a certificate authority is no client" },
        { "an operator's certificate", "PartialChain" },
        { "signed by a device", "InvalidBasicConstraints" },
        { "signed by a CA below the intermediate", "InvalidBasicConstraints" },
        { "no extended key usage", "the extended key usage lacks clientAuth" },
        { "no digitalSignature", "the key usage lacks digitalSignature" },
    };

    [TimedTheory]
    [MemberData(nameof(Attacks))]
    public async Task Where_certificates_are_optional_a_bad_one_counts_as_none(string shown, string reason)
    {
        var requests = new List<RequestRecord>();
        await using var server = await EndpointServer.StartAsync(Options(ClientCertificates.Optional), it => it.Answered += requests.Add);
        var answer = await TlsClient.Request(server.HttpsPort, fixture.Root, fixture.Shown(shown));
        Assert.Equal(401, answer.Status);
        answer.AssertSecurityHeaders();
        await server.StopAsync();
        var request = Assert.Single(requests);
        Assert.Null(request.CommonName);
        Assert.Contains(reason, request.Refusal);
    }

    [TimedTheory]
    [MemberData(nameof(Attacks))]
    public async Task Where_certificates_are_required_a_bad_one_gets_no_answer(string shown, string reason)
    {
        var refused = new List<RefusedHandshake>();
        await using var server = await EndpointServer.StartAsync(Options(ClientCertificates.Required), it =>
        {
            it.HandshakeRefused += refused.Add;
            it.Answered += _ => Assert.Fail("a request came through");
        });
        await Assert.ThrowsAnyAsync<IOException>(() => TlsClient.Request(server.HttpsPort, fixture.Root, fixture.Shown(shown)));
        await server.StopAsync();
        Assert.Contains(reason, Assert.Single(refused).Reason);
    }

    [TimedTheory]
    [InlineData("another CA of the same names")]
    [InlineData("a server's certificate")]
    [InlineData("the intermediate CA")]
    public async Task Openssl_as_the_attacker_fares_no_better(string shown)
    {
        await using var server = await EndpointServer.StartAsync(Options(ClientCertificates.Optional));
        var files = fixture.Shown(shown);
        var seen = await Tool.RunWithInput(
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "openssl", "s_client", "-quiet", "-ign_eof", "-connect", $"127.0.0.1:{server.HttpsPort}",
            "-cert", files.Certificate, "-cert_chain", files.Certificate, "-key", files.Key);
        Assert.Contains("HTTP/1.1 401 Unauthorized", seen.Output);
        Assert.DoesNotContain("Hello", seen.Output);
    }

    private EndpointOptions Options(ClientCertificates mode) =>
        EndpointOptions.For(fixture.Pki, PkiFixture.ServerName) with { ClientCertificates = mode };
}
