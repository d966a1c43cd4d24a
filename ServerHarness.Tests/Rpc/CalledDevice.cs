using System.Text.Json;
using System.Text.Json.Nodes;
using SecureEsp.ServerHarness.Rpc;
using SecureEsp.ServerHarness.Tests.MainJob;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Tests.Rpc;

/// <summary>A device that runs and is connected to its broker, called by an operator.</summary>
public sealed class CalledDevice : IAsyncLifetime, IAsyncDisposable
{
    private readonly PkiFixture _pki = new();
    private Bench? _bench;
    private MqttChannel? _channel;

    /// <summary>The network that it has joined.</summary>
    public const string Ssid = "HomeNet";

    public PkiFixture Pki => _pki;

    internal Bench Bench => _bench!;

    public VirtualBoard Board => Bench.Device!.Board;

    /// <summary>The device, through the broker.</summary>
    public string Address => $"mqtts://localhost:{Bench.Broker.Port}/dev-1";

    public async Task InitializeAsync()
    {
        _bench = await Bench.StartAsync(_pki);
        var profile = _bench.Profile().With(("https.probe", "off"), ("tls.key.password", "swordfish"), ("http.ssl_ca_cert", @"I:\trusted.der"));
        var board = profile.Create();
        board.Wifi.Provision(profile.Ssid, profile.Password);
        board.Flash.Write(@"I:\trusted.der", "x"u8);
        board.Radio.Add(new AccessPoint("Neighbour", "other-password"));
        _bench.PowerUp(board);
        await _bench.Console.WaitForAsync("[run] ready", Bench.Limit);
        _channel = await MqttChannel.OpenAsync(_bench.OperatorClient(), "dev-1", CancellationToken.None);
    }

    /// <summary>Calls a method; JSON has apostrophes for quotes.</summary>
    public async Task<string> Call(string method, string? arguments = null)
    {
        try
        {
            var result = await _channel!.CallAsync(method, arguments is null ? null : (JsonObject)JsonNode.Parse(arguments.Replace('\'', '"'))!, CancellationToken.None);
            return JsonSerializer.Serialize(result, s_options).Replace('"', '\'');
        }
        catch (DeviceError e)
        {
            return $"{e.Code} {e.Words.Replace('"', '\'')}";
        }
    }

    /// <summary>Runs a command against the device.</summary>
    public Task<ToolResult> Run(params string[] arguments) => Cli.Run([.. arguments, "--at", Address, "--folder", _pki.Pki.Layout.Folder]);

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    public async Task DisposeAsync()
    {
        if (_channel is not null) await _channel.DisposeAsync();
        if (_bench is not null) await _bench.DisposeAsync();
        _pki.Dispose();
    }

    private static readonly JsonSerializerOptions s_options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
