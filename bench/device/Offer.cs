using Mono.Cecil;
using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Building;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;
using SecureEsp.ServerHarness.Updates.Publishing;
using SecureEsp.ServerHarness.Updates.Serving;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.DeviceBench;

/// <summary>An update server with one signed bundle of a chosen size.</summary>
internal sealed class Offer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("device-bench-offer-");
    private UpdateServer? _server;

    public string Url => $"https://{Desk.ServerName}:{_server!.Port}/update/Blink";

    /// <summary>What a device is given so that it takes the bundle.</summary>
    public byte[] KeySet { get; private set; } = [];

    /// <summary>Bytes of the payload.</summary>
    public int PayloadBytes { get; private set; }

    /// <param name="filling">Bytes that Blink is made larger by.</param>
    public static async Task<Offer> StartAsync(PkiFolder pki, int filling)
    {
        var offer = new Offer();
        try
        {
            await offer.MakeAsync(pki, filling);
            return offer;
        }
        catch
        {
            await offer.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task MakeAsync(PkiFolder pki, int filling)
    {
        var key = UpdateSigningKey.Ensure(_folder.FullName, passphrase: null);
        var keys = new UpdateKeyFiles(_folder.FullName);
        keys.EnsureFirstSet(UpdatePublicKey.Read(key.PublicKeyFile));
        KeySet = await File.ReadAllBytesAsync(keys.FirstSet);
        var store = new StoreFolder(Path.Combine(_folder.FullName, "store"));
        using (var signer = UpdateSigner.Open(keys.SigningKey, () => null))
        {
            var built = BundleBuilder.Build(Request(filling, keys));
            Publisher.Publish(store, BundleSigning.Add(built, signer.PublicKey, signer.Sign(built.Manifest)), keys.ReadFirstSet(), new Rollout([]), DateTimeOffset.UtcNow);
            PayloadBytes = built.Payload.Length;
        }

        _server = await UpdateServer.StartAsync(new() { Endpoint = EndpointOptions.For(pki, Desk.ServerName), Store = store.Folder }, _ => { });
    }

    private BundleRequest Request(int filling, UpdateKeyFiles keys) => new()
    {
        Product = "Blink", Target = "ESP32_S3", Version = new(1, 0, 0), Floor = default, Sequence = 1, Expires = DateTimeOffset.UtcNow.AddDays(1),
        EntryType = "Blink.Application", Images = [Image(filling)], Signers = keys.ReadFirstSet().Ids,
    };

    private byte[] Image(int filling)
    {
        var content = new byte[filling];
        Random.Shared.NextBytes(content);
        using var module = ModuleDefinition.ReadModule(Firmware.OwnApplication);
        module.Resources.Add(new EmbeddedResource("filling", ManifestResourceAttributes.Public, content));
        using var assembly = new MemoryStream();
        module.Write(assembly);
        return ImageWriter.Wrap(assembly.ToArray());
    }
}
