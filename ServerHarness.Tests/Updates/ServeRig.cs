using Mono.Cecil;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Tests.MainJob;
using SecureEsp.ServerHarness.Updates.Publishing;
using SecureEsp.ServerHarness.Updates.S3;
using SecureEsp.ServerHarness.Updates.Serving;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>An update rig whose device asks the product's own update server, which listens to what devices report.</summary>
internal sealed class ServeRig : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<RequestRecord> _requests = [];
    private readonly SemaphoreSlim _reported = new(0);
    private UpdateServer? _server;
    private ReportCollector? _collector;

    private ServeRig(UpdateRig rig) => Rig = rig;

    public UpdateRig Rig { get; }

    public UpdateServer Server => _server!;

    /// <summary>The server's time.</summary>
    public MovedClock Clock { get; } = new();

    public StoreFolder Store => new(_folder.Path);

    /// <summary>Called with each answered request, before the connection's next one is looked at.</summary>
    public Action<RequestRecord>? Answered { get; set; }

    public IReadOnlyList<RequestRecord> Requests
    {
        get
        {
            lock (_requests) return [.. _requests];
        }
    }

    public static async Task<ServeRig> StartAsync(PkiFixture pki, S3Location? elsewhere = null)
    {
        var serve = new ServeRig(await UpdateRig.StartAsync(pki));
        var endpoint = EndpointOptions.For(pki.Pki, PkiFixture.ServerName) with { Clock = serve.Clock };
        serve._server = await UpdateServer.StartAsync(new() { Endpoint = endpoint, Store = serve._folder.Path, Elsewhere = elsewhere }, s => s.Answered += serve.Take);
        serve._collector = await ReportCollector.StartAsync(serve.Store, serve.Rig.Bench.OperatorClient(), TimeProvider.System, c => c.Heard += (_, _) => serve._reported.Release(), default);
        serve.Rig.Url = $"https://{PkiFixture.ServerName}:{serve._server.Port}/update/Blink";
        return serve;
    }

    /// <summary>Builds and signs a version of Blink, perhaps changed, and publishes it by the command.</summary>
    public async Task<Release> Publish(string version, Action<ModuleDefinition>? change = null, int filling = 60_000, params string[] more)
    {
        await Rig.Bundle(version, change, filling);
        return await PublishAgain(version, more);
    }

    /// <summary>Publishes what was built before, in other stages.</summary>
    public async Task<Release> PublishAgain(string version, params string[] more)
    {
        var published = await Rig.Keys.Update("publish", [Rig.Keys.File($"{version}.bundle"), "--store", _folder.Path, .. more]);
        Assert.True(published.ExitCode == 0, published.All);
        return Store.Releases.Single(r => r.Version == version);
    }

    public async Task<string> Status() => (await Cli.Run("update", "status", "--store", _folder.Path)).Output;

    public void Group(string json) => File.WriteAllText(_folder.File("groups.json"), json);

    /// <summary>Waits until a device has reported this.</summary>
    public async Task Reported(Func<DeviceReport, bool> what, string device = "dev-1")
    {
        while (!Store.Reports.TryGetValue(device, out var told) || !what(told)) Assert.True(await _reported.WaitAsync(Bench.Limit), $"not reported: {await Status()}\n{string.Join('\n', Rig.Log)}");
    }

    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        if (_collector is not null) await _collector.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        _folder.Dispose();
    }

    private void Take(RequestRecord request)
    {
        lock (_requests) _requests.Add(request);
        Answered?.Invoke(request);
    }
}
