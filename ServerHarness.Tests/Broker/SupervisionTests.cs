using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using SecureEsp.ServerHarness.Broker;

namespace SecureEsp.ServerHarness.Tests.Broker;

/// <summary>The broker's process and files from start to end.</summary>
public sealed class SupervisionTests(PkiFixture fixture) : IClassFixture<PkiFixture>
{
    private BrokerOptions Options => BrokerOptions.For(fixture.Pki, PkiFixture.ServerName);

    [TimedFact]
    public async Task A_stop_leaves_neither_process_nor_files_nor_listener()
    {
        var broker = await MosquittoBroker.StartAsync(Options);
        var process = broker.ProcessId!.Value;
        var folder = ConfigurationFolder(process);
        Assert.True(Directory.Exists(folder));
        await broker.StopAsync();
        AssertGone(process);
        Assert.False(Directory.Exists(folder));
        await Assert.ThrowsAsync<SocketException>(() => Dial(broker.Port));
        await broker.DisposeAsync();
    }

    [TimedFact]
    public async Task Its_copies_are_closed_to_everybody_else()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var folder = ConfigurationFolder(broker.ProcessId!.Value);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal("700", Convert.ToString((int)File.GetUnixFileMode(folder), 8));
            Assert.Equal("600", Convert.ToString((int)File.GetUnixFileMode(Path.Combine(folder, "server.key.pem")), 8));
        }
    }

    [TimedFact]
    public async Task Started_as_root_it_becomes_another_user_and_can_still_read_its_key()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var status = await File.ReadAllLinesAsync($"/proc/{broker.ProcessId}/status");
        var user = status.Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];
        var expected = SystemUser.Find(Environment.IsPrivilegedProcess ? "mosquitto" : Environment.UserName).User;
        Assert.Equal($"{expected}", user);
    }

    [TimedFact]
    public async Task It_starts_again_on_the_same_port()
    {
        await using var broker = await MosquittoBroker.StartAsync(Options);
        var (port, process) = (broker.Port, broker.ProcessId);
        await broker.StopAsync();
        await broker.StartAgainAsync();
        Assert.Equal(port, broker.Port);
        Assert.NotEqual(process, broker.ProcessId);
        Assert.Equal(0, (await new MqttClients(port, fixture.Root).Publish(fixture.Device, "t", "m")).ExitCode);
    }

    [TimedFact]
    public async Task A_crash_is_told_and_can_be_recovered_from()
    {
        var crashed = new TaskCompletionSource<int>();
        await using var broker = await MosquittoBroker.StartAsync(Options, it => it.Crashed += crashed.SetResult);
        await Tool.Signal(broker.ProcessId!.Value, "KILL");
        Assert.Equal(137, await crashed.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        await broker.StartAgainAsync();
        Assert.Equal(0, (await new MqttClients(broker.Port, fixture.Root).Publish(fixture.Device, "t", "m")).ExitCode);
    }

    [TimedFact]
    public async Task A_stop_is_not_told_as_a_crash()
    {
        var told = Channel.CreateUnbounded<int>();
        await using var broker = await MosquittoBroker.StartAsync(Options, it => it.Crashed += code => told.Writer.TryWrite(code));
        var ended = broker.Ended;
        await broker.StopAsync();
        Assert.Equal(0, await ended);

        // The crash behind it is the first that is told.
        await broker.StartAgainAsync();
        await Tool.Signal(broker.ProcessId!.Value, "KILL");
        Assert.Equal(137, await told.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [TimedFact]
    public async Task A_program_that_ignores_the_request_to_end_is_killed()
    {
        using var folder = new TemporaryFolder();

        // An ignored signal stays ignored across exec.
        var program = await Script.Write(folder, "program", "trap '' TERM; echo 'mosquitto version 0 running'; exec sleep 60");
        var broker = await MosquittoBroker.StartAsync(Options with { Program = program, StopTimeout = TimeSpan.FromMilliseconds(300) });
        var process = broker.ProcessId!.Value;
        await broker.StopAsync();
        AssertGone(process);
        await broker.DisposeAsync();
    }

    [TimedFact]
    public async Task A_program_that_never_gets_ready_is_given_up_and_killed()
    {
        using var folder = new TemporaryFolder();
        var program = await Script.Write(folder, "program", $"echo $$ > {folder.File("pid")}; exec sleep 60");
        var e = await Assert.ThrowsAsync<HarnessException>(
            () => MosquittoBroker.StartAsync(Options with { Program = program, StartTimeout = TimeSpan.FromSeconds(4) }));
        Assert.Contains("was not ready within 4 s", e.Message);
        AssertGone(int.Parse(await File.ReadAllTextAsync(folder.File("pid"))));
    }

    private static string ConfigurationFolder(int process) =>
        Path.GetDirectoryName(File.ReadAllText($"/proc/{process}/cmdline").TrimEnd('\0').Split('\0')[^1])!;

    private static void AssertGone(int process) => Assert.Throws<ArgumentException>(() => Process.GetProcessById(process));

    private static async Task Dial(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
    }
}
