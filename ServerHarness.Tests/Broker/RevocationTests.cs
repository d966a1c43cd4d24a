using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Broker;

/// <summary>A revoked certificate is refused, from the start or from the moment on that the list has it.</summary>
public sealed class RevocationTests(PkiFixture fixture) : IClassFixture<PkiFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Crl => _folder.File("crl.pem");

    private BrokerOptions Options => BrokerOptions.For(fixture.Pki, PkiFixture.ServerName) with { CrlFiles = [Crl] };

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task A_revoked_device_gets_no_session_and_the_others_do()
    {
        TestRevocationLists.Write(Crl, fixture.Pki, fixture.Device);
        await using var broker = await MosquittoBroker.StartAsync(Options);
        Assert.False(await Connects(broker, fixture.Device));
        Assert.True(await Connects(broker, fixture.Pki.Layout.Device("dev-2")));
        Assert.True(await Connects(broker, fixture.Operator));
    }

    [TimedFact]
    public async Task A_revoked_operator_gets_no_session()
    {
        TestRevocationLists.Write(Crl, fixture.Pki, fixture.Operator);
        await using var broker = await MosquittoBroker.StartAsync(Options);
        Assert.False(await Connects(broker, fixture.Operator));
        Assert.True(await Connects(broker, fixture.Device));
    }

    [TimedFact]
    public async Task A_device_that_is_revoked_while_connected_is_thrown_out()
    {
        TestRevocationLists.Write(Crl, fixture.Pki);
        await using var broker = await MosquittoBroker.StartAsync(Options);
        await using var connected = await new MqttClients(broker.Port, fixture.Root).Subscribe(fixture.Device, "esp/dev-1/cmd");
        TestRevocationLists.Write(Crl, fixture.Pki, fixture.Device);
        Assert.Equal(BrokerRefresh.Restarted, await broker.RefreshAsync());

        // It tries to come back by itself, and is told why it may not.
        await connected.Line(line => line.Contains("Error", StringComparison.Ordinal) || line.Contains("sending CONNECT", StringComparison.Ordinal));
        Assert.False(await Connects(broker, fixture.Device));
        Assert.True(await Connects(broker, fixture.Pki.Layout.Device("dev-2")));
    }

    [TimedFact]
    public async Task A_list_that_is_missing_would_lock_everybody_out_and_stops_the_start()
    {
        TestRevocationLists.Write(Crl, fixture.Pki, DateTimeOffset.UtcNow.AddDays(7), ["intermediate"]);
        var e = await Assert.ThrowsAsync<HarnessException>(() => MosquittoBroker.StartAsync(Options));
        Assert.Contains("there is no revocation list of SecureEsp Operator CA", e.Message);
    }

    [TimedFact]
    public async Task A_list_that_has_run_out_stops_the_start()
    {
        TestRevocationLists.Write(Crl, fixture.Pki, DateTimeOffset.UtcNow.AddDays(-1), ["intermediate", "operator-ca"]);
        var e = await Assert.ThrowsAsync<HarnessException>(() => MosquittoBroker.StartAsync(Options));
        Assert.Contains("the revocation list of SecureEsp Intermediate CA ran out at", e.Message);
    }

    [TimedFact]
    public async Task A_list_that_cannot_be_used_does_not_replace_the_one_in_use()
    {
        TestRevocationLists.Write(Crl, fixture.Pki, fixture.Device);
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var process = broker.ProcessId;
        await File.WriteAllTextAsync(Crl, "");
        await Assert.ThrowsAsync<HarnessException>(() => broker.RefreshAsync());
        Assert.Equal(process, broker.ProcessId);
        Assert.False(await Connects(broker, fixture.Device));
        Assert.True(await Connects(broker, fixture.Operator));
    }

    [TimedFact]
    public async Task What_pki_revoke_revokes_the_broker_refuses()
    {
        var pki = PkiFolder.OpenOrCreate(_folder.File("pki"));
        pki.IssueServer(PkiFixture.ServerName, "localhost");
        pki.IssueDevice("dev-1");
        pki.IssueDevice("dev-2");
        await using var broker = await MosquittoBroker.StartAsync(BrokerOptions.For(pki, PkiFixture.ServerName));
        var clients = new MqttClients(broker.Port, pki.Layout.CaChain);
        Assert.Equal(0, (await clients.Publish(pki.Layout.Device("dev-1"), "t", "m")).ExitCode);
        var stolen = new KeyPairFiles(_folder.File("stolen.cert.pem"), _folder.File("stolen.key.pem"));
        File.Copy(pki.Layout.Device("dev-1").Certificate, stolen.Certificate);
        File.Copy(pki.Layout.Device("dev-1").Key, stolen.Key);
        pki.Revoke("device", "dev-1");
        Assert.Equal(BrokerRefresh.Restarted, await broker.RefreshAsync());
        Assert.NotEqual(0, (await clients.Publish(stolen, "t", "m")).ExitCode);
        Assert.Equal(0, (await clients.Publish(pki.Layout.Device("dev-2"), "t", "m")).ExitCode);
    }

    private async Task<bool> Connects(MosquittoBroker broker, KeyPairFiles shown) =>
        (await new MqttClients(broker.Port, fixture.Root).Publish(shown, "t", "m")).ExitCode == 0;
}
