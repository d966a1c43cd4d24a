using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Endpoint;

/// <summary>Renewed files are taken up while the endpoint runs. Each test renews a server certificate of its own.</summary>
public sealed class ReloadTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private const string Get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    [TimedFact]
    public async Task A_renewed_certificate_is_taken_up_and_no_connection_is_dropped()
    {
        var files = Issue("renewed.test");
        var reloaded = new TaskCompletionSource<Reload>();
        await using var server = await EndpointServer.StartAsync(For("renewed.test"), it => it.Reloaded += r => reloaded.TrySetResult(r));
        await using var old = await TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device);
        var before = old.Stream.RemoteCertificate!.GetSerialNumberString();
        Issue("renewed.test", "other.test");
        Assert.Null((await reloaded.Task).Failure);
        await using var young = await TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device);
        Assert.NotEqual(before, young.Stream.RemoteCertificate!.GetSerialNumberString());
        Assert.Equal(CertificateFile.ReadAll(files.Certificate)[0].SerialNumber, young.Stream.RemoteCertificate!.GetSerialNumberString());
        await old.Send(Get);
        Assert.Contains("200 OK", await old.ReadUntil("Hello There!</h1>"));
    }

    [TimedFact]
    public async Task A_renewal_behind_a_link_is_found_by_looking_again()
    {
        using var folder = new TemporaryFolder();
        var files = Issue("linked.test");
        var links = new KeyPairFiles(folder.File("cert.pem"), folder.File("key.pem"));
        File.CreateSymbolicLink(links.Certificate, files.Certificate);
        File.CreateSymbolicLink(links.Key, files.Key);
        var reloaded = new TaskCompletionSource<Reload>();
        await using var server = await EndpointServer.StartAsync(
            For("linked.test") with { Identity = links, ReloadInterval = TimeSpan.FromMilliseconds(100) },
            it => it.Reloaded += r =>
            {
                // The key comes first: a look in between sees a pair that does not fit, and says so.
                if (r.Failure is null)
                {
                    reloaded.TrySetResult(r);
                }
            });
        Issue("linked.test", "other.test");
        Assert.Equal("server certificate", (await reloaded.Task).What);
    }

    [TimedTheory]
    [InlineData("garbage")]
    [InlineData("another key")]
    [InlineData("expired")]
    public async Task A_bad_certificate_is_told_and_the_old_one_stays(string bad)
    {
        var files = Issue($"{bad.Replace(' ', '-')}.test");
        var expired = PkiFolder.Open(fixture.Pki.Layout.Folder, FixedClock.DaysFromNow(-729));
        var reloaded = new TaskCompletionSource<Reload>();
        await using var server = await EndpointServer.StartAsync(
            EndpointOptions.For(fixture.Pki, PkiFixture.ServerName) with { Identity = files }, it => it.Reloaded += r => reloaded.TrySetResult(r));
        var serial = CertificateFile.ReadAll(files.Certificate)[0].SerialNumber;
        switch (bad)
        {
            case "garbage": await File.WriteAllTextAsync(files.Certificate, "no certificate"); break;
            case "another key": File.Copy(fixture.Device.Key, files.Key, overwrite: true); break;
            default: expired.IssueServer("expired.test", "old.test"); break;
        }

        Assert.NotNull((await reloaded.Task).Failure);
        await using var client = await TlsClient.Connect(server.HttpsPort, fixture.Root, fixture.Device);
        Assert.Equal(serial, client.Stream.RemoteCertificate!.GetSerialNumberString());
    }

    [TimedFact]
    public async Task Files_that_are_written_anew_without_a_change_of_others_leave_those_alone()
    {
        Issue("alone.test");
        var reloaded = new List<Reload>();
        var done = new TaskCompletionSource();
        await using var server = await EndpointServer.StartAsync(For("alone.test"), it => it.Reloaded += r =>
        {
            reloaded.Add(r);
            done.TrySetResult();
        });
        Issue("alone.test", "more.test");
        await done.Task;
        Assert.All(reloaded, r => Assert.Equal("server certificate", r.What));
    }

    private KeyPairFiles Issue(params string[] names)
    {
        fixture.Pki.IssueServer([.. names, PkiFixture.ServerName]);
        return fixture.Pki.Layout.Server(names[0]);
    }

    private EndpointOptions For(string name) => EndpointOptions.For(fixture.Pki, name);
}
