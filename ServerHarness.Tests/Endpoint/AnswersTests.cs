using System.Net.Security;
using System.Security.Authentication;
using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Tests.Endpoint;

/// <summary>What the endpoint answers, to whom, byte by byte.</summary>
public sealed class AnswersTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private const string Greeting = "<h1 style='color:blue'>Hello There!</h1>";
    private const string Blocked = "blocked access to mTLS-protected resource";

    private EndpointOptions Options => EndpointOptions.For(fixture.Pki, PkiFixture.ServerName);

    [TimedFact]
    public async Task A_device_with_its_certificate_gets_the_guides_page()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        var answer = await TlsClient.Request(server.HttpsPort, fixture.Root, fixture.Device);
        Assert.Equal(200, answer.Status);
        Assert.Equal(Greeting, answer.Body);
        Assert.Equal("text/html; charset=utf-8", answer.Headers["Content-Type"]);
        Assert.Equal("40", answer.Headers["Content-Length"]);
        Assert.True(DateTimeOffset.TryParse(answer.Headers["Date"], out _));
        Assert.Equal("secureesp", answer.Headers["Server"]);
        answer.AssertSecurityHeaders();
    }

    [TimedFact]
    public async Task HttpClient_gets_it_too()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new()
            {
                CertificateChainPolicy = ServerHarness.Pki.CertificateChain.Policy(
                    ServerHarness.Pki.CertificateFile.ReadAll(fixture.Root), ServerHarness.Pki.Purposes.ServerAuthentication),
                LocalCertificateSelectionCallback = (_, _, _, _, _) =>
                    ServerHarness.Pki.CertificateFile.ReadWithKey(fixture.Device.Certificate, fixture.Device.Key),
            },
        };
        using var client = new HttpClient(handler);
        Assert.Equal(Greeting, await client.GetStringAsync($"https://localhost:{server.HttpsPort}/"));
    }

    [TimedFact]
    public async Task Without_a_certificate_the_answer_is_401()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        var answer = await TlsClient.Request(server.HttpsPort, fixture.Root);
        Assert.Equal(401, answer.Status);
        Assert.Equal(Blocked, answer.Body);
        answer.AssertSecurityHeaders();
    }

    [TimedTheory]
    [InlineData("GET /other")]
    [InlineData("POST /")]
    [InlineData("GET /%2e%2e/")]
    public async Task Without_a_certificate_every_path_and_method_is_401(string request)
    {
        await using var server = await EndpointServer.StartAsync(Options);
        Assert.Equal(401, (await TlsClient.Request(server.HttpsPort, fixture.Root, null, request)).Status);
    }

    [TimedFact]
    public async Task Without_a_certificate_nobody_enters_where_one_is_required()
    {
        await using var server = await EndpointServer.StartAsync(Options with { ClientCertificates = ClientCertificates.Required });
        await Assert.ThrowsAnyAsync<Exception>(() => TlsClient.Request(server.HttpsPort, fixture.Root));
        Assert.Equal(200, (await TlsClient.Request(server.HttpsPort, fixture.Root, fixture.Device)).Status);
    }

    [TimedFact]
    public async Task With_client_certificates_off_everybody_is_served_and_nobody_is_asked()
    {
        await using var server = await EndpointServer.StartAsync(Options with { ClientCertificates = ClientCertificates.Off });
        Assert.Equal(Greeting, (await TlsClient.Request(server.HttpsPort, fixture.Root)).Body);
        var seen = await Tool.RunWithInput("", "openssl", "s_client", "-connect", $"127.0.0.1:{server.HttpsPort}");
        Assert.Contains("No client certificate CA names sent", seen.Output);
    }

    [TimedFact]
    public async Task Clients_are_told_which_authorities_count()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        var seen = await Tool.RunWithInput("", "openssl", "s_client", "-connect", $"127.0.0.1:{server.HttpsPort}");
        Assert.Matches("Acceptable client certificate CA names\nO = SecureEsp, CN = SecureEsp Intermediate CA\nO = SecureEsp, CN = SecureEsp Root CA\n", seen.Output);
    }

    [TimedFact]
    public async Task Other_paths_are_404_and_other_methods_405()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        var missing = await TlsClient.Request(server.HttpsPort, fixture.Root, fixture.Device, "GET /other");
        Assert.Equal(404, missing.Status);
        missing.AssertSecurityHeaders();
        var wrong = await TlsClient.Request(server.HttpsPort, fixture.Root, fixture.Device, "DELETE /");
        Assert.Equal(405, wrong.Status);
        Assert.Equal("GET, HEAD", wrong.Headers["Allow"]);
        wrong.AssertSecurityHeaders();
    }

    [TimedFact]
    public async Task HEAD_has_the_headers_of_GET_and_no_body()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        var answer = await TlsClient.Request(server.HttpsPort, fixture.Root, fixture.Device, "HEAD /");
        Assert.Equal((200, "", "40"), (answer.Status, answer.Body, answer.Headers["Content-Length"]));
    }

    [TimedFact]
    public async Task A_connection_serves_several_requests()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        await using var client = await TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device);
        await client.Send("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        Assert.Equal(3, (await client.ReadToEnd()).Split(Greeting).Length);
    }

    [TimedFact]
    public async Task Among_many_at_once_nobody_gets_anothers_identity()
    {
        var requests = new System.Collections.Concurrent.ConcurrentBag<RequestRecord>();
        await using var server = await EndpointServer.StartAsync(Options, it => it.Answered += requests.Add);
        var strangers = new[] { null, fixture.Shown("expired"), fixture.Shown("another CA of the same names") };
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(async i => (
            Known: i % 2 == 0,
            Answer: await TlsClient.Request(server.HttpsPort, fixture.Root, i % 2 == 0 ? fixture.Device : strangers[i % 3]))));
        Assert.All(answers, a => Assert.Equal(a.Known ? 200 : 401, a.Answer.Status));
        await server.StopAsync();
        Assert.Equal(16, requests.Count(r => r.CommonName == "dev-1"));
        Assert.Equal(16, requests.Count(r => r.CommonName is null));
    }

    [TimedFact]
    public async Task HTTP_2_is_not_spoken()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        await using var client = await TlsClient.Connect(
            server.HttpsPort, fixture.Root, fixture.Device, SslProtocols.Tls13, SslApplicationProtocol.Http2, SslApplicationProtocol.Http11);
        Assert.Equal(SslApplicationProtocol.Http11, client.Stream.NegotiatedApplicationProtocol);
    }
}
