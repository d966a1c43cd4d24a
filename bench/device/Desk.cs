using System.Net;
using SecureEsp.ServerHarness.Broker;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Keys;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.DeviceBench;

/// <summary>PKI, endpoint and broker, and boards that know their network.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string ServerName = "server.test";

    /// <summary>For each thing that is waited for.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder;
    private readonly PkiFolder _pki;
    private readonly EndpointServer _endpoint;
    private readonly MosquittoBroker _broker;

    private Desk(DirectoryInfo folder, PkiFolder pki, EndpointServer endpoint, MosquittoBroker broker) =>
        (_folder, _pki, _endpoint, _broker) = (folder, pki, endpoint, broker);

    public static async Task<Desk> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("device-bench-");
        EndpointServer? endpoint = null;
        try
        {
            var pki = PkiFolder.OpenOrCreate(Path.Combine(folder.FullName, "pki"));
            pki.IssueServer(ServerName, "localhost", "127.0.0.1");
            pki.IssueOperator("bench");
            endpoint = await EndpointServer.StartAsync(EndpointOptions.For(pki, ServerName));
            return new(folder, pki, endpoint, await MosquittoBroker.StartAsync(BrokerOptions.For(pki, ServerName)));
        }
        catch
        {
            if (endpoint is not null) await endpoint.DisposeAsync();
            folder.Delete(recursive: true);
            throw;
        }
    }

    public PkiFolder Pki => _pki;

    /// <summary>Where the broker listens.</summary>
    public int BrokerPort => _broker.Port;

    /// <summary>Makes a device with a certificate of its own. It is off.</summary>
    /// <param name="brokerPort">Where it looks for the broker, if not where that listens.</param>
    /// <param name="program">What it runs; Main unless given.</param>
    public Device Create(string id, bool metered = false, int? brokerPort = null, DeviceProgram? program = null)
    {
        var profile = Profile(id, new() { ["https.port"] = $"{_endpoint.HttpsPort}", ["mqtt.port"] = $"{brokerPort ?? _broker.Port}" });
        var board = profile.Create();
        board.Wifi.Provision(profile.Ssid, profile.Password);
        return new Device(board, Firmware.Open(Firmware.Own, metered: metered), program);
    }

    /// <summary>Makes a metered device that takes updates, with the largest flash that there is.</summary>
    /// <param name="slotKilobytes">Largest bundle.</param>
    /// <param name="heapStep">How many bytes are made between two looks at its heap.</param>
    public Device Create(string id, Offer offer, int slotKilobytes, int heapStep)
    {
        var board = Profile(id, new Dictionary<string, string> { ["mqtt.port"] = $"{_broker.Port}", ["https.port"] = $"{_endpoint.HttpsPort}", ["update.url"] = offer.Url, ["update.slot"] = $"{slotKilobytes}" }).Create(Flash.OfChip(32));
        board.Wifi.Provision(new BoardProfile().Ssid, new BoardProfile().Password);
        board.Flash.Write(UpdateKeyFiles.OnBoard, offer.KeySet);
        var metered = new FirmwareImage(Firmware.Own) { IsMetered = true, HeapStep = heapStep };
        return new Device(board, metered, null);
    }

    private BoardProfile Profile(string id, Dictionary<string, string> settings)
    {
        _pki.IssueDevice(id);
        var profile = BoardProfile.For(_pki, id);
        return profile with
        {
            Hosts = new Dictionary<string, IPAddress> { [ServerName] = IPAddress.Loopback },
            Settings = new Dictionary<string, string>([.. profile.Settings, .. settings]),
        };
    }

    public MosquittoClient Operator() =>
        new(new() { Host = "127.0.0.1", Port = _broker.Port, CaFile = _pki.Layout.CaChain, Identity = _pki.Layout.Operator("bench") });

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _endpoint.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
