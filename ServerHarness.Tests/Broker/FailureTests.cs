using System.Net;
using System.Net.Sockets;
using SecureEsp.ServerHarness.Broker;

namespace SecureEsp.ServerHarness.Tests.Broker;

/// <summary>What keeps the broker from starting is named with the remedy, and leaves nothing behind.</summary>
public sealed class FailureTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private BrokerOptions Options => BrokerOptions.For(fixture.Pki, PkiFixture.ServerName);

    [TimedFact]
    public async Task Mosquitto_not_installed()
    {
        using var empty = new TemporaryFolder();
        var e = await Failure(Options with { SearchPath = empty.Path });
        Assert.Contains("'mosquitto' was not found in PATH", e.Message);
        Assert.Contains("apt-get install mosquitto", e.Hint);
        Assert.Equal(ExitCode.Missing, e.ExitCode);
    }

    [TimedFact]
    public async Task A_file_that_is_no_program()
    {
        var e = await Failure(Options with { Program = fixture.Device.Certificate });
        Assert.Contains(fixture.Device.Certificate, e.Message);
    }

    [TimedFact]
    public async Task A_program_of_another_kind_of_machine()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("mosquitto"), [0x7f, (byte)'E', (byte)'L', (byte)'F']);
        Assert.Equal(0, (await Tool.Run("chmod", "+x", folder.File("mosquitto"))).ExitCode);
        var e = await Failure(Options with { SearchPath = folder.Path });
        Assert.Contains($"{folder.File("mosquitto")} cannot be run", e.Message);
        Assert.Equal(ExitCode.Missing, e.ExitCode);
    }

    [TimedFact]
    public async Task The_port_is_taken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var e = await Failure(Options with { Port = port });
        Assert.Contains($"port {port} on 127.0.0.1 is taken", e.Message);
        Assert.Contains("--port", e.Hint);
        Assert.Equal(ExitCode.Missing, e.ExitCode);
    }

    [TimedFact]
    public async Task The_key_is_missing()
    {
        var e = await Failure(Options with { Identity = fixture.Server with { Key = fixture.Server.Key + ".gone" } });
        Assert.Contains("server.key.pem.gone does not exist", e.Message);
        Assert.Equal(ExitCode.Missing, e.ExitCode);
    }

    [TimedFact]
    public async Task The_key_cannot_be_read()
    {
        using var folder = new TemporaryFolder();
        var key = folder.File("server.key.pem");
        if (Environment.IsPrivilegedProcess)
        {
            // Root may read every file; what is no file at all fails for it in the same way.
            Directory.CreateDirectory(key);
        }
        else
        {
            File.Copy(fixture.Server.Key, key);
            Assert.Equal(0, (await Tool.Run("chmod", "0", key)).ExitCode);
        }

        var e = await Failure(Options with { Identity = fixture.Server with { Key = key } });
        Assert.Contains($"private key {key} cannot be read by user {Environment.UserName}", e.Message);
        Assert.Contains("chown", e.Hint);
    }

    [TimedFact]
    public async Task The_key_is_another_certificates()
    {
        var e = await Failure(Options with { Identity = fixture.Server with { Key = fixture.Device.Key } });
        Assert.Contains("is not the unencrypted private key of", e.Message);
    }

    [TimedFact]
    public async Task The_user_to_become_does_not_exist()
    {
        var e = Assert.Throws<HarnessException>(() => SystemUser.Find("nobody-of-this-name"));
        Assert.Contains("'nobody-of-this-name'", e.Message);
        Assert.Contains("apt-get install mosquitto", e.Hint);
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task The_configuration_asks_for_what_it_must()
    {
        var files = BrokerFiles.Create(BrokerMaterial.Read(Options));
        var text = BrokerConfiguration.Write(Options, 8883, files, persistence: null, user: null).Split('\n');
        files.Dispose();
        string[] wanted =
        [
            "listener 8883 127.0.0.1", "require_certificate true", "use_identity_as_username true", "allow_anonymous false",
            "set_tcp_nodelay true", "tls_version tlsv1.3", "max_connections 1000", "max_packet_size 65536", "persistence false",
        ];
        Assert.All(wanted, line => Assert.Contains(line, text));
        Assert.DoesNotContain(text, line => line.StartsWith("user", StringComparison.Ordinal));
        await Task.CompletedTask;
    }

    [TimedFact]
    public async Task Giving_up_in_the_middle_of_the_start_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        MosquittoBroker? broker = null;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MosquittoBroker.StartAsync(
            Options,
            it =>
            {
                broker = it;
                cancelled.Cancel();
            },
            cancelled.Token));
        Assert.Null(broker!.ProcessId);
    }

    private static async Task<HarnessException> Failure(BrokerOptions options) =>
        await Assert.ThrowsAsync<HarnessException>(() => MosquittoBroker.StartAsync(options));
}
