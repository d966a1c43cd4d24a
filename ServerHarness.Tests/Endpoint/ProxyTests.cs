using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Endpoint;

/// <summary>Who may speak for others, and that nobody else can.</summary>
public sealed class ProxyTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private const string Proxy = "dev-2";

    private string Victim => Headers("SUCCESS", fixture.Device);

    [TimedFact]
    public async Task The_trusted_proxy_speaks_for_a_device_with_its_certificate()
    {
        var (status, record) = await Ask(Proxy, fixture.Pki.Layout.Device(Proxy), Victim);
        Assert.Equal((200, "dev-1", Proxy), (status, record.CommonName, record.Proxy));
        Assert.Contains($"cn=dev-1 serial={record.Serial} via={Proxy} ", record.ToString());
    }

    [TimedFact]
    public async Task A_device_that_forges_the_headers_stays_who_it_is()
    {
        var (status, record) = await Ask("nginx-1", fixture.Pki.Layout.Device("dev-2"), Victim);
        Assert.Equal((200, "dev-2", null), (status, record.CommonName, record.Proxy));
    }

    [TimedFact]
    public async Task Nobody_becomes_a_device_by_forging_the_headers()
    {
        var (status, record) = await Ask(Proxy, null, Victim);
        Assert.Equal((401, null), (status, record.CommonName));
    }

    [TimedFact]
    public async Task Without_a_trusted_proxy_the_headers_are_as_nothing()
    {
        var (status, record) = await Ask(null, fixture.Pki.Layout.Device(Proxy), Victim);
        Assert.Equal((200, Proxy), (status, record.CommonName));
    }

    [TimedFact]
    public async Task A_certificate_of_another_CA_with_the_proxys_name_does_not_make_a_proxy()
    {
        var (status, record) = await Ask("dev-1", fixture.Other.Layout.Device("dev-1"), Headers("SUCCESS", fixture.Pki.Layout.Device("dev-2")));
        Assert.Equal((401, null), (status, record.CommonName));
    }

    [TimedTheory]
    [InlineData("another CA of the same names")]
    [InlineData("expired")]
    [InlineData("the intermediate CA")]
    [InlineData("a server's certificate")]
    [InlineData("no extended key usage")]
    public async Task What_a_proxy_has_let_through_is_judged_again(string shown)
    {
        var (status, record) = await Ask(Proxy, fixture.Pki.Layout.Device(Proxy), Headers("SUCCESS", fixture.Shown(shown)));
        Assert.Equal((401, null), (status, record.CommonName));
        Assert.NotNull(record.Refusal);
    }

    [TimedTheory]
    [InlineData("")]
    [InlineData("X-SSL-Client-Verify: NONE\r\n")]
    [InlineData("X-SSL-Client-Verify: SUCCESS\r\n")]
    [InlineData("X-SSL-Client-Verify: SUCCESS\r\nX-SSL-Client-Cert: nonsense\r\n")]
    [InlineData("X-SSL-Client-Verify: FAILED:certificate has expired\r\n")]
    public async Task A_proxy_that_names_nobody_is_itself_nobody(string headers)
    {
        var (status, record) = await Ask(Proxy, fixture.Pki.Layout.Device(Proxy), headers);
        Assert.Equal((401, null, Proxy), (status, record.CommonName, record.Proxy));
    }

    [TimedTheory]
    [InlineData("X-SSL-Client-Verify: SUCCESS\r\n")]
    [InlineData("x-ssl-client-verify: FAILED\r\n")]
    public async Task Headers_that_come_twice_name_nobody(string second)
    {
        var (status, record) = await Ask(Proxy, fixture.Pki.Layout.Device(Proxy), Victim + second);
        Assert.Equal(401, status);
        Assert.Contains("X-SSL-Client-Verify 2 times", record.Refusal);
    }

    [TimedFact]
    public async Task A_revoked_device_is_refused_behind_a_proxy_too()
    {
        using var folder = new TemporaryFolder();
        Support.RevocationLists.Write(folder.File("crl.pem"), fixture.Pki, fixture.Device.Certificate);
        var (status, record) = await Ask(Proxy, fixture.Pki.Layout.Device(Proxy), Victim, folder.File("crl.pem"));
        Assert.Equal(401, status);
        Assert.StartsWith("revoked by ", record.Refusal);
    }

    private static string Headers(string verify, KeyPairFiles client)
    {
        using var certificate = CertificateFile.ReadAll(client.Certificate)[0];
        var escaped = Uri.EscapeDataString(certificate.ExportCertificatePem() + "\n");
        return $"X-SSL-Client-Verify: {verify}\r\nX-SSL-Client-Cert: {escaped}\r\n";
    }

    private async Task<(int Status, RequestRecord Record)> Ask(string? trusted, KeyPairFiles? shown, string headers, string? lists = null)
    {
        var requests = new List<RequestRecord>();
        var options = EndpointOptions.For(fixture.Pki, PkiFixture.ServerName) with { TrustedProxy = trusted };
        await using var server = await EndpointServer.StartAsync(
            lists is null ? options : options with { RevocationFile = lists }, it => it.Answered += requests.Add);
        await using var client = await TlsClient.Connect(server.HttpsPort, fixture.Root, shown);
        await client.Send($"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{headers}\r\n");
        var answer = HttpAnswer.Parse(await client.ReadToEnd());
        await server.StopAsync();
        return (answer.Status, Assert.Single(requests));
    }
}
