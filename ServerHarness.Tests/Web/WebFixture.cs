using System.Net;
using System.Reflection;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;
using Firmware = SecureEsp.ServerHarness.Devices.Firmware;

namespace SecureEsp.ServerHarness.Tests.Web;

/// <summary>One device that serves HTTPS to operators only, and everything that callers might show it. One per test class.</summary>
public class WebFixture : IAsyncLifetime
{
    public const string Name = "esp.test";
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    public WebFixture()
    {
        PkiFolder.OpenOrCreate(_folder.File("pki"), FixedClock.DaysFromNow(-730)).IssueOperator("expired");
        Pki = PkiFolder.Open(_folder.File("pki"));
        Pki.IssueServer(Name, "localhost");
        Pki.IssueDevice("dev-1");
        Pki.IssueDevice("dev-2");
        Pki.IssueOperator("alice");
        Other = PkiFolder.OpenOrCreate(_folder.File("other"));
        Other.IssueOperator("alice");
        Sha1 = Sha1Operator.Write(Pki, _folder.File("sha1"));
    }

    public PkiFolder Pki { get; }

    public PkiFolder Other { get; }

    public KeyPairFiles Sha1 { get; }

    public string Ca => Pki.Layout.CaChain;

    public Device Device { get; private set; } = null!;

    /// <summary>The device's life since its boot.</summary>
    public Life Life { get; private set; } = null!;

    public Uart Console => Device.Board.Uart0;

    /// <summary>Where the host reaches the device's port 443.</summary>
    public IPEndPoint Address { get; private set; } = null!;

    public string File(string name) => _folder.File(name);

    /// <summary>What callers show, by the words that name it in the tests.</summary>
    public KeyPairFiles? Shown(string what) => what switch
    {
        "none" => null,
        "another CA's" => Other.Layout.Operator("alice"),
        "expired" => Pki.Layout.Operator("expired"),
        "SHA-1" => Sha1,
        "a device's" => Pki.Layout.Device("dev-2"),
        "a server's" => Pki.Layout.Server(Name),
        "right" => Pki.Layout.Operator("alice"),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "no such certificate"),
    };

    /// <summary>The board before it is switched on.</summary>
    protected virtual BoardProfile Profile() => BoardProfile.For(Pki, "dev-1").WithWeb(Pki, Name);

    public async Task InitializeAsync()
    {
        var board = Profile().Create();
        Prepare(board);
        Device = new Device(board, Firmware.Open(Firmware.Own), application =>
        {
            Life = Life.Current;
            application.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
        });
        Device.PowerOn();
        await Console.WaitForAsync("{SSID} {PWD}", Limit);
        Console.Type("HomeNet correct-horse-battery\r\n");
        await Console.WaitForAsync("[console] press a key for commands", Limit);
        await Answer("\r\n", "[console] open: ");
        await Answer("log debug\r\n", "[log] level debug");
        Address = await board.Radio.Ports.WaitForListenerAsync(443, Limit);
    }

    protected virtual void Prepare(VirtualBoard board)
    {
    }

    public Task DisposeAsync()
    {
        Device?.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Waits until the device has said something since a position of its console.</summary>
    public Task<long> Says(string text, long from) => Console.WaitForAsync(text, Limit, from);

    private async Task Answer(string typed, string answer)
    {
        var from = Console.Position;
        Console.Type(typed);
        await Console.WaitForAsync(answer, Limit, from);
    }
}
