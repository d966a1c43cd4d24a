using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Pki;

namespace SecureEsp.ServerHarness.Tests.Broker;

/// <summary>Files that are renewed under a running broker.</summary>
public sealed class RenewalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PkiFolder _pki;

    public RenewalTests()
    {
        _pki = PkiFolder.OpenOrCreate(_folder.File("pki"));
        _pki.IssueServer(PkiFixture.ServerName, "localhost", "127.0.0.1");
        _pki.IssueDevice("dev-1");
        _pki.IssueOperator("alice");
    }

    private BrokerOptions Options => BrokerOptions.For(_pki, PkiFixture.ServerName);

    private MqttClients Clients(MosquittoBroker broker) => new(broker.Port, _pki.Layout.CaChain);

    public void Dispose() => _folder.Dispose();

    [TimedFact]
    public async Task A_renewed_certificate_is_shown_to_new_clients_and_no_connection_is_lost()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var (process, before) = (broker.ProcessId, await ShownSerial(broker));
        await using var connected = await Clients(broker).Subscribe(_pki.Layout.Device("dev-1"), "esp/dev-1/cmd");
        _pki.IssueServer(PkiFixture.ServerName, "localhost", "127.0.0.1", "renewed.test");
        var reread = Heard(broker, "Reloading config");
        Assert.Equal(BrokerRefresh.Reloaded, await broker.RefreshAsync());
        await reread;
        Assert.Equal(BrokerRefresh.Unchanged, await broker.RefreshAsync());

        // It says so first and reads then: by the answer to this connection it has.
        await ShownSerial(broker);
        Assert.NotEqual(before, await ShownSerial(broker));
        Assert.Equal(process, broker.ProcessId);
        await Clients(broker).Publish(_pki.Layout.Operator("alice"), "esp/dev-1/cmd", "hello");
        Assert.Contains("esp/dev-1/cmd hello\n", (await connected.End()).Output);
    }

    [TimedFact]
    public async Task An_operator_who_is_issued_later_may_command_after_a_reload()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        _pki.IssueOperator("bob");
        Assert.Contains("Not authorized", (await Command()).Error);
        var reread = Heard(broker, "Reloading config");
        Assert.Equal(BrokerRefresh.Reloaded, await broker.RefreshAsync());
        await reread;
        await ShownSerial(broker);
        Assert.Equal("", (await Command()).Error);

        Task<ToolResult> Command() => Clients(broker).Publish(_pki.Layout.Operator("bob"), "esp/dev-1/cmd", "m", "-V", "5");
    }

    [TimedFact]
    public async Task Half_of_a_renewal_does_not_reach_the_broker()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var before = await ShownSerial(broker);
        File.Copy(_pki.Layout.Device("dev-1").Key, _pki.Layout.Server(PkiFixture.ServerName).Key, overwrite: true);
        var e = await Assert.ThrowsAsync<HarnessException>(() => broker.RefreshAsync());
        Assert.Contains("is not the unencrypted private key of", e.Message);
        Assert.Equal(before, await ShownSerial(broker));
    }

    [TimedFact]
    public async Task The_supervision_finds_a_renewal_by_itself()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        using var stop = new CancellationTokenSource();
        var supervision = new BrokerSupervision(broker, new() { LookInterval = TimeSpan.FromMilliseconds(20) });
        var reloaded = new TaskCompletionSource();
        supervision.Happened += (what, _) =>
        {
            if (what == "reloaded")
            {
                reloaded.TrySetResult();
            }
        };
        var running = supervision.RunAsync(stop.Token);
        _pki.IssueServer(PkiFixture.ServerName, "localhost", "127.0.0.1", "renewed.test");
        await reloaded.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await stop.CancelAsync();
        await running;
    }

    private static Task Heard(MosquittoBroker broker, string words)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        broker.Output += line =>
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                heard.TrySetResult();
            }
        };
        return heard.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private async Task<string> ShownSerial(MosquittoBroker broker)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, broker.Port);
        await using var stream = new SslStream(new NetworkStream(socket), false, (_, _, _, _) => true);
        await stream.AuthenticateAsClientAsync("localhost");
        return stream.RemoteCertificate!.GetSerialNumberString();
    }
}
