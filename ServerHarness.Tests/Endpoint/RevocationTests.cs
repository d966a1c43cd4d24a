using SecureEsp.ServerHarness.Endpoint;

namespace SecureEsp.ServerHarness.Tests.Endpoint;

/// <summary>Clients whose certificates were taken back, and lists that must not be believed.</summary>
public sealed class RevocationTests(PkiFixture fixture) : IClassFixture<PkiFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string List => _folder.File("crl.pem");

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task A_revoked_device_counts_as_none_and_the_others_stay()
    {
        RevocationLists.Write(List, fixture.Pki, fixture.Device.Certificate);
        var requests = new List<RequestRecord>();
        await using var server = await EndpointServer.StartAsync(Options(), it => it.Answered += requests.Add);
        Assert.Equal(401, (await Request(server, "dev-1")).Status);
        Assert.Equal(200, (await Request(server, "dev-2")).Status);
        await server.StopAsync();
        Assert.Equal("revoked by SecureEsp Intermediate CA", requests[0].Refusal);
    }

    [TimedFact]
    public async Task A_revoked_device_gets_no_handshake_where_certificates_are_required()
    {
        RevocationLists.Write(List, fixture.Pki, fixture.Device.Certificate);
        await using var server = await EndpointServer.StartAsync(Options() with { ClientCertificates = ClientCertificates.Required });
        await Assert.ThrowsAnyAsync<IOException>(() => Request(server, "dev-1"));
        Assert.Equal(200, (await Request(server, "dev-2")).Status);
    }

    [TimedFact]
    public async Task A_device_that_is_revoked_loses_the_connection_that_it_has()
    {
        RevocationLists.Write(List, fixture.Pki);
        var reloaded = new TaskCompletionSource<Reload>();
        await using var server = await EndpointServer.StartAsync(Options(), it => it.Reloaded += r => reloaded.TrySetResult(r));
        await using var client = await TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device);
        await client.Send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        await client.ReadUntil("Hello There!</h1>");
        RevocationLists.Write(List, fixture.Pki, fixture.Device.Certificate);
        Assert.Null((await reloaded.Task).Failure);
        await client.Send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 401", await client.ReadToEnd());
    }

    [TimedFact]
    public async Task A_revoked_intermediate_takes_all_its_devices_along()
    {
        var intermediate = fixture.Pki.Layout.Authority("intermediate").Certificate;
        await File.WriteAllTextAsync(
            List, RevocationLists.Pem(fixture.Pki, "intermediate") + RevocationLists.Pem(fixture.Pki, "root", [intermediate]));
        Assert.Equal("revoked by SecureEsp Root CA", await RefusalOfDevice());
    }

    [TimedFact]
    public async Task A_list_that_has_ended_proves_nothing_so_nobody_enters_and_health_fails()
    {
        await File.WriteAllTextAsync(
            List, RevocationLists.Pem(fixture.Pki, "intermediate", from: -TimeSpan.FromDays(3)) + RevocationLists.Pem(fixture.Pki, "root"));
        Assert.StartsWith("the revocation list of SecureEsp Intermediate CA ended at ", await RefusalOfDevice());
        await using var server = await EndpointServer.StartAsync(Options());
        var health = await TlsClient.Request(server.HttpsPort, fixture.Root, null, "GET /health");
        Assert.Equal(503, health.Status);
        Assert.StartsWith("{\"status\":\"failing\",\"reason\":\"a revocation list ended at ", health.Body);
    }

    [TimedFact]
    public async Task A_list_from_the_future_proves_nothing()
    {
        await File.WriteAllTextAsync(
            List, RevocationLists.Pem(fixture.Pki, "intermediate", from: TimeSpan.FromDays(3)) + RevocationLists.Pem(fixture.Pki, "root"));
        Assert.StartsWith("the revocation list of SecureEsp Intermediate CA begins only at ", await RefusalOfDevice());
    }

    [TimedFact]
    public async Task A_file_without_the_issuers_list_proves_nothing()
    {
        await File.WriteAllTextAsync(List, RevocationLists.Pem(fixture.Pki, "root"));
        Assert.Equal("there is no revocation list of SecureEsp Intermediate CA", await RefusalOfDevice());
    }

    [TimedFact]
    public async Task A_list_forged_by_another_CA_of_the_same_names_is_refused_at_the_start()
    {
        RevocationLists.Write(List, fixture.Other);
        var e = await Assert.ThrowsAsync<HarnessException>(() => EndpointServer.StartAsync(Options()));
        Assert.Contains("signed by none of the authorities", e.Message);
        Assert.Contains("pki crl", e.Hint);
    }

    [TimedTheory]
    [InlineData("forged")]
    [InlineData("missing")]
    [InlineData("cut off")]
    [InlineData("empty")]
    public async Task A_bad_list_is_told_and_the_old_one_stays(string bad)
    {
        RevocationLists.Write(List, fixture.Pki, fixture.Device.Certificate);
        var reloaded = new TaskCompletionSource<Reload>();
        await using var server = await EndpointServer.StartAsync(
            Options() with { RevocationFileRequired = false }, it => it.Reloaded += r => reloaded.TrySetResult(r));
        switch (bad)
        {
            case "forged": RevocationLists.Write(List, fixture.Other); break;
            case "missing": File.Delete(List); break;
            case "cut off": await File.WriteAllTextAsync(List, (await File.ReadAllTextAsync(List))[..^40]); break;
            default: await File.WriteAllTextAsync(List, ""); break;
        }

        Assert.Contains("crl.pem", (await reloaded.Task).Failure);
        Assert.Contains("NOT reloaded, the old one stays", (await reloaded.Task).ToString());
        Assert.Equal(401, (await Request(server, "dev-1")).Status);
        Assert.Equal(200, (await Request(server, "dev-2")).Status);
    }

    [TimedFact]
    public async Task A_list_that_comes_later_is_taken_up()
    {
        var reloaded = new TaskCompletionSource<Reload>();
        await using var server = await EndpointServer.StartAsync(
            Options() with { RevocationFileRequired = false }, it => it.Reloaded += r => reloaded.TrySetResult(r));
        Assert.Equal(200, (await Request(server, "dev-1")).Status);
        RevocationLists.Write(List, fixture.Pki, fixture.Device.Certificate);
        Assert.Null((await reloaded.Task).Failure);
        Assert.Equal(401, (await Request(server, "dev-1")).Status);
    }

    private async Task<string?> RefusalOfDevice()
    {
        var requests = new List<RequestRecord>();
        await using var server = await EndpointServer.StartAsync(Options(), it => it.Answered += requests.Add);
        Assert.Equal(401, (await Request(server, "dev-1")).Status);
        await server.StopAsync();
        return Assert.Single(requests).Refusal;
    }

    private Task<HttpAnswer> Request(EndpointServer server, string device) =>
        TlsClient.Request(server.HttpsPort, fixture.Root, fixture.Pki.Layout.Device(device));

    private EndpointOptions Options() =>
        EndpointOptions.For(fixture.Pki, PkiFixture.ServerName) with { RevocationFile = List, RevocationFileRequired = true };
}
