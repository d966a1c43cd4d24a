using SecureEsp.ServerHarness.Devices;
using SecureEsp.ServerHarness.Endpoint;
using SecureEsp.ServerHarness.Pki;
using SecureEsp.ServerHarness.Updates.Building;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;
using SecureEsp.ServerHarness.Updates.Linking;
using SecureEsp.ServerHarness.Updates.Publishing;
using SecureEsp.ServerHarness.Updates.Serving;

namespace SecureEsp.ServerHarness.Demo;

/// <summary>
/// Where updates are made: a signing key, a store and the update server in front of it, in a folder that is deleted afterwards. The demo's
/// key is its own, so that it works where the PKI's is under a passphrase.
/// </summary>
internal sealed class Workshop : IAsyncDisposable
{
    private const string Product = "Blink";
    private const string Target = "ESP32_S3";

    private readonly Stage _stage;
    private readonly DirectoryInfo _folder;
    private readonly UpdateKeyFiles _keys;
    private UpdateServer? _server;

    private Workshop(Stage stage, DirectoryInfo folder)
    {
        (_stage, _folder) = (stage, folder);
        var key = UpdateSigningKey.Ensure(folder.FullName, passphrase: null);
        _keys = new(folder.FullName);
        _keys.EnsureFirstSet(UpdatePublicKey.Read(key.PublicKeyFile));
        Store = new(Path.Combine(folder.FullName, "store"));
        stage.Console.Say("update", $"signing key {_keys.ReadFirstSet().Ids[0]}: ECDSA P-256, of its own, no TLS key signs updates", "yellow");
    }

    public StoreFolder Store { get; }

    /// <summary>What a device is given so that it trusts the key.</summary>
    public byte[] KeySet => File.ReadAllBytes(_keys.FirstSet);

    /// <summary>Where a device asks for updates.</summary>
    public string Url => $"https://{Stage.ServerName}:{_server!.Port}/update/{Product}";

    public static async Task<Workshop> OpenAsync(Stage stage, CancellationToken cancellation)
    {
        var workshop = new Workshop(stage, Directory.CreateTempSubdirectory("secureesp-demo-"));
        try
        {
            workshop._server = await UpdateServer.StartAsync(
                new() { Endpoint = EndpointOptions.For(stage.Pki, Stage.ServerName), Store = workshop.Store.Folder }, workshop.Observe, cancellation);
            stage.Console.Say("update", $"{workshop.Url} (mutual TLS), bundles by pre-signed URLs from port {workshop._server.StorePort}", "yellow");
            return workshop;
        }
        catch
        {
            await workshop.DisposeAsync();
            throw;
        }
    }

    /// <summary>Builds a bundle of an application, checks that it would link on the device, signs and publishes it.</summary>
    /// <exception cref="HarnessException">It is refused.</exception>
    public void Publish(string application, SemanticVersion version)
    {
        var images = ImageOrder.Sort([ImageSource.Read(Firmware.Beside(application))]);
        var request = new BundleRequest
        {
            Product = Product,
            Target = Target,
            Version = version,
            Floor = default,
            Sequence = SequenceFile.Next(_keys.Sequence(Product)),
            Expires = DateTimeOffset.UtcNow.AddDays(30),
            EntryType = $"{application}.Application",
            Images = [.. images.Select(i => i.Bytes.ToArray())],
            Signers = _keys.ReadFirstSet().Ids,
        };
        using (var host = HostInventory.Open(Firmware.Own))
        {
            new PublishingChecks(host, AllowList: null, AcceptStaticInitialisers: false).Check(images, request.EntryType);
        }

        using var signer = UpdateSigner.Open(_keys.SigningKey, () => null);
        var built = BundleBuilder.Build(request);
        var signed = BundleSigning.Add(built, signer.PublicKey, signer.Sign(built.Manifest));
        SequenceFile.Note(_keys.Sequence(Product), request.Sequence);
        var release = Publisher.Publish(Store, signed, _keys.ReadFirstSet(), new Rollout([]), DateTimeOffset.UtcNow);
        _stage.Console.Say("update", $"publishes {Product} {version}: {application}.dll, {release.Size} bytes, linked against the firmware, signed, sequence {release.Sequence}", "yellow");
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private void Observe(EndpointServer server)
    {
        server.Answered += r => _stage.Console.Say("update", $"{r.Method} {r.Path} {r.Status}, client {r.CommonName ?? "without certificate"}", "blue");
        server.HandshakeRefused += h => _stage.Console.Say("update", h.ToString(), "red");
    }
}
