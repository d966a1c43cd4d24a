using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace SecureEsp.ServerHarness.Tests.Commands;

/// <summary><c>serve</c> and <c>broker</c> as systemd services: the units; of <c>serve</c> the notices and the reload.</summary>
public sealed class ServeServiceTests(PkiFixture fixture) : IClassFixture<PkiFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();


    public void Dispose() => _folder.Dispose();

    [TimedTheory]
    [InlineData("serve")]
    [InlineData("broker")]
    public async Task The_unit_is_right_in_systemds_own_eyes_and_leaves_little_exposed(string service)
    {
        if (!File.Exists("/usr/bin/systemd-analyze"))
        {
            return;
        }

        // The program is where users will put it, not where this test runs.
        var unit = _folder.File($"secureesp-{service}.service");
        await File.WriteAllTextAsync(unit, (await File.ReadAllTextAsync(Unit(service))).Replace("/usr/local/bin/secureesp", "/bin/true"));
        var verify = await Tool.Run("systemd-analyze", "verify", unit);
        Assert.True(verify is { ExitCode: 0, All: "" }, verify.All);
        var security = await Tool.Run("systemd-analyze", "security", "--offline=true", "--threshold=25", unit);
        Assert.True(security.ExitCode == 0, security.All);
    }

    [TimedTheory]
    [InlineData("serve")]
    [InlineData("broker")]
    public async Task What_the_unit_starts_is_a_command_line_that_the_program_takes(string service)
    {
        var start = (await File.ReadAllLinesAsync(Unit(service))).Single(l => l.StartsWith("ExecStart=", StringComparison.Ordinal));
        Assert.Empty(ServerHarness.Commands.CommandLine.Root(new(TextWriter.Null, TextWriter.Null, colour: false)).Parse(start.Split(' ')[1..]).Errors);
    }

    [TimedFact]
    public async Task Systemd_is_told_when_it_listens_and_when_it_stops_and_a_hang_up_reloads()
    {
        using var notices = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        notices.Bind(new UnixDomainSocketEndPoint(_folder.File("notify")));
        var environment = new Dictionary<string, string?>
        {
            ["NOTIFY_SOCKET"] = _folder.File("notify"),
            ["SECUREESP_FOLDER"] = fixture.Pki.Layout.Folder,
            ["SECUREESP_HTTPS_PORT"] = "0",
            ["SECUREESP_HTTP_PORT"] = "0",
        };
        await using var serve = Tool.Start("dotnet", _folder.Path, environment, Cli.Assembly, "serve", "--json");
        Assert.Equal("READY=1", await Next(notices));
        using var ready = JsonDocument.Parse(await serve.Line(l => l.Contains("\"ready\"")));
        var port = new Uri(ready.RootElement.GetProperty("https").GetString()!).Port;
        await using var kept = await TlsClient.Connect(port, fixture.Root, fixture.Device);
        await serve.Signal("HUP");
        await serve.Line(l => l.Contains("\"reload\"") && l.Contains("\"failure\":null"));
        await kept.Send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.Contains("200 OK", await kept.ReadUntil("Hello There!</h1>"));
        await serve.Signal("TERM");
        Assert.Equal("STOPPING=1", await Next(notices));
        Assert.Equal(0, (await serve.End()).ExitCode);
    }

    private static string Unit(string service) => Sources.Path("ServerHarness", "systemd", $"secureesp-{service}.service");

    private static async Task<string> Next(Socket notices)
    {
        var buffer = new byte[256];
        return Encoding.ASCII.GetString(buffer, 0, await notices.ReceiveAsync(buffer));
    }
}
