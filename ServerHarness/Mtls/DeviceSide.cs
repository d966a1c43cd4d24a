using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.ServerHarness.Mtls;

/// <summary>
/// The firmware's own client and server of mutual TLS, on a virtual ESP32-S3: its console commands <c>tls client</c> and
/// <c>tls server</c>. The device is one that finds neither endpoint nor broker, and takes commands meanwhile.
/// </summary>
internal sealed class DeviceSide : IDisposable
{
    private const string Tag = "[tls] ";

    // For each thing that is waited for before a connection. A machine under load takes its time; nothing takes for ever.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly Device _device;
    private readonly Socket _nobody;
    private readonly StringBuilder _line = new();

    private DeviceSide(Device device, Socket nobody)
    {
        _device = device;
        _nobody = nobody;
        _device.Board.Uart0.Written += Hear;
    }

    /// <summary>A line of the console: what follows the tag, if it is about TLS, and the whole of it.</summary>
    public event Action<string?, string>? Said;

    /// <summary>The device's address in this machine's loopback network.</summary>
    public IPAddress Address => _device.Board.Radio.HostAddress;

    private Uart Console => _device.Board.Uart0;

    /// <summary>Makes the board, with certificate, key and authorities in its store, and boots the firmware into its console.</summary>
    /// <param name="options">For a client, <see cref="MtlsOptions.ServerName"/> or else Host is the name that it calls.</param>
    /// <exception cref="HarnessException">A file is missing, or the host is not on this machine.</exception>
    /// <exception cref="TimeoutException">The firmware did not get that far.</exception>
    public static async Task<DeviceSide> SwitchOnAsync(MtlsOptions options, Action<string?, string> said, CancellationToken cancellation)
    {
        // Taken, and nobody listens: endpoint and broker are away, and the device has time for the console.
        var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = $"{((IPEndPoint)nobody.LocalEndPoint!).Port}";
        var host = await LoopbackOf(options.Host, cancellation);
        var profile = new BoardProfile
        {
            CaFile = options.CaFile,
            Identity = options.Identity,
            Hosts = new Dictionary<string, IPAddress> { ["server.test"] = IPAddress.Loopback, [options.ServerName ?? options.Host] = host },
            Settings = new Dictionary<string, string>
            {
                ["https.port"] = port, ["mqtt.port"] = port, ["https.probe"] = "off",
                ["tls.version"] = options.Protocols.HasFlag(SslProtocols.Tls13) ? "1.3" : "1.2",
            },
        };
        var side = new DeviceSide(new(profile.Create(), Firmware.Open(Firmware.Own)), nobody);
        try
        {
            side.Said += said;
            side._device.PowerOn();
            await side.Until("{SSID} {PWD}", 0, cancellation);
            side.Console.Type($"{profile.Ssid} {profile.Password}\r\n");
            await side.Until("[console] press a key for commands", 0, cancellation);
            side.Console.Type("\r\n");
            await side.Until("[console] open: ", 0, cancellation);
            return side;
        }
        catch
        {
            side.Dispose();
            throw;
        }
    }

    /// <summary>One connection as a client.</summary>
    public async Task CallAsync(string host, int port, CancellationToken cancellation)
    {
        // The second command answers once the first is done.
        var from = Console.Position;
        Console.Type($"tls client {host}:{port}\r\nlog\r\n");
        await Until("[log] level", from, cancellation);
    }

    /// <summary>Takes connections until there were enough, or a signal comes.</summary>
    /// <param name="count">0 for no limit.</param>
    public async Task ServeAsync(int port, int count, CancellationToken cancellation)
    {
        var from = Console.Position;
        Console.Type($"tls server {port}{(count > 0 ? $" {count}" : "")}\r\n");
        var ended = Console.WaitForAsync($"{Tag}Server ended, ", Timeout.InfiniteTimeSpan, from);
        var failed = Console.WaitForAsync($"{Tag}failed: ", Timeout.InfiniteTimeSpan, from);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(ended, failed, Task.Delay(Timeout.Infinite, stop.Token));
        await stop.CancelAsync();
        if (!ended.IsCompleted && !failed.IsCompleted)
        {
            // Any key ends it.
            Console.Type("x");
            await Until($"{Tag}Server ended, ", from, CancellationToken.None);
        }

        from = Console.Position;
        Console.Type("\r\nlog\r\n");
        await Until("[log] level", from, CancellationToken.None);
    }

    public void Dispose()
    {
        _device.Board.Uart0.Written -= Hear;
        _device.PowerOff();
        _device.Dispose();
        _nobody.Dispose();
    }

    private static async Task<IPAddress> LoopbackOf(string host, CancellationToken cancellation)
    {
        try
        {
            return (await Dns.GetHostAddressesAsync(host, AddressFamily.InterNetwork, cancellation)).FirstOrDefault(IPAddress.IsLoopback)
                ?? throw new HarnessException($"{Text.Printable(host)} is not on this machine", "a virtual device reaches loopback addresses only", ExitCode.Usage);
        }
        catch (SocketException e)
        {
            throw new HarnessException($"the name {Text.Printable(host)} has no address: {e.Message}", "a virtual device reaches loopback addresses only", ExitCode.Failed, e);
        }
    }

    private async Task Until(string text, long since, CancellationToken cancellation) => await Console.WaitForAsync(text, s_limit, since).WaitAsync(cancellation);

    private void Hear(string text)
    {
        foreach (var c in text)
        {
            if (c != '\n')
            {
                _line.Append(c);
                continue;
            }

            var line = _line.ToString().TrimEnd('\r');
            _line.Clear();
            Said?.Invoke(line.StartsWith(Tag, StringComparison.Ordinal) ? line[Tag.Length..] : null, line);
        }
    }
}
