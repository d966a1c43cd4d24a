using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Tests.Endpoint;

public sealed class HealthTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private EndpointOptions Options => EndpointOptions.For(fixture.Pki, PkiFixture.ServerName);

    [TimedFact]
    public async Task Health_is_open_to_all_and_ok_while_clients_can_be_served()
    {
        await using var server = await EndpointServer.StartAsync(Options);
        var answer = await TlsClient.Request(server.HttpsPort, fixture.Root, null, "GET /health");
        Assert.Equal((200, "{\"status\":\"ok\"}\n", "no-store"), (answer.Status, answer.Body, answer.Headers["Cache-Control"]));
        answer.AssertSecurityHeaders();
        Assert.Equal(405, (await TlsClient.Request(server.HttpsPort, fixture.Root, null, "POST /health")).Status);
    }

    [TimedTheory]
    [InlineData("GET /health/")]
    [InlineData("GET /health/../")]
    [InlineData("GET /healthy")]
    public async Task What_only_looks_like_health_is_behind_the_guides_rule(string request)
    {
        await using var server = await EndpointServer.StartAsync(Options);
        Assert.Equal(401, (await TlsClient.Request(server.HttpsPort, fixture.Root, null, request)).Status);
    }

    [TimedFact]
    public async Task Health_fails_with_the_reason_once_the_server_certificate_has_expired()
    {
        await using var server = await EndpointServer.StartAsync(Options with { Clock = FixedClock.DaysFromNow(1000) });
        var answer = await TlsClient.Request(server.HttpsPort, fixture.Root, null, "GET /health");
        Assert.Equal(503, answer.Status);
        Assert.Contains("the server certificate expired at ", answer.Body);
    }
}
