using System.Net;
using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Tests.Endpoint;

public sealed class RedirectTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    [TimedTheory]
    [InlineData("localhost", "/", "https://localhost:{0}/")]
    [InlineData("server.test", "/a%20b?x=1", "https://server.test:{0}/a%20b?x=1")]
    [InlineData("127.0.0.1", "/", "https://127.0.0.1:{0}/")]
    public async Task The_plain_port_sends_everybody_to_HTTPS(string host, string path, string location)
    {
        var answer = await Get(host, path);
        Assert.Equal(HttpStatusCode.Found, answer.Response.StatusCode);
        Assert.Equal(string.Format(location, answer.HttpsPort), answer.Response.Headers.Location?.OriginalString);
        Assert.Equal("DENY", Assert.Single(answer.Response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("nosniff", Assert.Single(answer.Response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("1; mode=block", Assert.Single(answer.Response.Headers.GetValues("X-XSS-Protection")));
    }

    [TimedTheory]
    [InlineData("evil.example")]
    [InlineData("server.test.evil.example")]
    [InlineData("evil.example:443")]
    public async Task A_forged_Host_header_sends_nobody_elsewhere(string host)
    {
        var answer = await Get(host, "/");
        Assert.Equal($"https://server.test:{answer.HttpsPort}/", answer.Response.Headers.Location?.OriginalString);
    }

    [TimedFact]
    public async Task The_plain_port_can_be_left_out()
    {
        await using var server = await EndpointServer.StartAsync(EndpointOptions.For(fixture.Pki, PkiFixture.ServerName) with { HttpPort = null });
        Assert.Null(server.HttpPort);
    }

    private async Task<(HttpResponseMessage Response, int HttpsPort)> Get(string host, string path)
    {
        await using var server = await EndpointServer.StartAsync(EndpointOptions.For(fixture.Pki, PkiFixture.ServerName));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{server.HttpPort}{path}") { Headers = { Host = host } };
        return (await client.SendAsync(request), server.HttpsPort);
    }
}
