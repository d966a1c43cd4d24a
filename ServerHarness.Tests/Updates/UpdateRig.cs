using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Tests.MainJob;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>A bench with an update server, an update key, and a device that trusts it.</summary>
internal sealed class UpdateRig : IAsyncDisposable
{
    private readonly List<string> _log = [];
    private readonly SemaphoreSlim _changed = new(0);
    private MosquittoSubscription? _heard;
    private int _read;

    private UpdateRig(Bench bench, TestUpdateServer server, UpdateBench keys)
    {
        (Bench, Server, Keys, Url) = (bench, server, keys, server.Url);
    }

    public Bench Bench { get; }

    public TestUpdateServer Server { get; }

    public UpdateBench Keys { get; }

    public VirtualBoard Board => Bench.Device!.Board;

    /// <summary>Where devices look for updates.</summary>
    public string Url { get; set; }

    /// <summary>All lines of the log topic so far, without their prefix.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_log) return [.. _log];
        }
    }

    public static async Task<UpdateRig> StartAsync(PkiFixture pki)
    {
        var rig = new UpdateRig(await Bench.StartAsync(pki), await TestUpdateServer.StartAsync(pki), await UpdateBench.Create());
        rig._heard = await rig.Bench.OperatorClient().SubscribeAsync(["/esp/log"]);
        rig._heard.Received += rig.Take;
        return rig;
    }

    /// <summary>A signed bundle of Blink, perhaps changed, that is large enough to be cut.</summary>
    public Task<byte[]> Bundle(string version, Action<ModuleDefinition>? change = null, int filling = 60_000) => Keys.Filled(version, filling, change);

    /// <summary>Lets a method of the application throw at its beginning.</summary>
    public static Action<ModuleDefinition> Throws(string method, string words) => module =>
    {
        var type = module.GetType("Blink.Application");
        var body = type.Methods.Single(m => m.Name == method && m.Parameters.Count == 0).Body;
        var exception = new TypeReference("System", "InvalidOperationException", module, module.TypeSystem.CoreLibrary);
        var constructor = new MethodReference(".ctor", module.TypeSystem.Void, exception) { HasThis = true };
        constructor.Parameters.Add(new(module.TypeSystem.String));
        var first = body.Instructions[0];
        var il = body.GetILProcessor();
        il.InsertBefore(first, il.Create(OpCodes.Ldstr, words));
        il.InsertBefore(first, il.Create(OpCodes.Newobj, constructor));
        il.InsertBefore(first, il.Create(OpCodes.Throw));
    };

    public BoardProfile Profile() => Bench.Profile().With(("update.url", Url), ("https.probe", "off"), ("update.confirm", "30"));

    /// <summary>A board that knows its network and its update keys.</summary>
    public VirtualBoard NewBoard()
    {
        var profile = Profile();
        var board = profile.Create();
        board.Wifi.Provision(profile.Ssid, profile.Password);
        board.Flash.Write(@"I:\update-keys.cbor", File.ReadAllBytes(Keys.File("pki", "updates", "update-keys.cbor")));
        return board;
    }

    public void PowerUp() => Bench.PowerUp(NewBoard());

    /// <summary>Switches a board on whose flash has been in use.</summary>
    public void PowerUpWith(Flash flash)
    {
        var (profile, board) = (Profile(), new VirtualBoard(flash));
        var network = new AccessPoint(profile.Ssid, profile.Password) { TimeSource = profile.TimeSource };
        foreach (var (name, address) in profile.Hosts) network.Hosts[name] = address;
        board.Radio.Add(network);
        Bench.PowerUp(board);
    }

    public void Reboot()
    {
        Bench.Device!.PowerOff();
        Bench.Device.PowerOn();
    }

    /// <summary>The update server redirects to a file on another port, as one that hands out pre-signed addresses does.</summary>
    public void Redirect(int port) => Server.Instead = context =>
    {
        if (context.Connection.LocalPort == port) return Task.FromResult(false);
        context.Response.Redirect($"https://{PkiFixture.ServerName}:{port}/store/blink.bundle?X-Signature=abc");
        return Task.FromResult(true);
    };

    public Task Publish(string topic, string message) => Bench.OperatorClient().PublishAsync(topic, message);

    /// <summary>Waits for a line of the log behind those that were waited for before.</summary>
    public async Task<string> Logged(string words, bool exact = false)
    {
        using var limit = new CancellationTokenSource(Bench.Limit);
        while (true)
        {
            lock (_log)
            {
                for (; _read < _log.Count; _read++)
                {
                    if (exact ? _log[_read] != words : !_log[_read].Contains(words, StringComparison.Ordinal)) continue;
                    return _log[_read++];
                }
            }
            try
            {
                await _changed.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"not logged: {words}\n{string.Join('\n', Log)}\n--- console\n{Bench.Console.Output}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        if (_heard is not null) await _heard.DisposeAsync();
        await Server.DisposeAsync();
        Keys.Dispose();
    }

    private void Take(string message)
    {
        const string Prefix = "/esp/log secure_esp: ";
        if (!message.StartsWith(Prefix, StringComparison.Ordinal)) return;
        lock (_log) _log.Add(message[Prefix.Length..]);
        _changed.Release();
    }
}
