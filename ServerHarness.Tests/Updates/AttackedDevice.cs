using SecureEsp.ServerHarness.Updates.Building;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.ServerHarness.Updates.Keys;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>A device that runs version 1.1.0, confirmed, and whose update server has fallen into an attacker's hands.</summary>
public sealed class AttackedDevice : IAsyncLifetime
{
    public const string Version = "1.1.0";

    private const string Spare = @"I:\slot-b.bundle";

    private readonly PkiFixture _pki = new();
    private UpdateRig? _rig;

    internal UpdateRig Rig => _rig!;

    /// <summary>The bundle that runs.</summary>
    internal byte[] Good { get; private set; } = [];

    public async Task InitializeAsync()
    {
        _rig = await UpdateRig.StartAsync(_pki);
        Good = _rig.Server.Bundle = await _rig.Bundle(Version, filling: 20_000);
        _rig.PowerUp();
        await _rig.Logged($"[SUCCESS] Update to {Version} is confirmed");
        await Asked();
    }

    public async Task DisposeAsync()
    {
        await Rig.DisposeAsync();
        _pki.Dispose();
    }

    /// <summary>Offers something, lets the device look, and returns what it says.</summary>
    internal async Task<string> Offered(byte[] bundle)
    {
        Rig.Server.Bundle = bundle;
        return await Asked();
    }

    /// <summary>As <see cref="Offered"/>; nothing of it may have been written, and nothing beyond the head have been asked for.</summary>
    internal async Task Refused(string reason, byte[] bundle)
    {
        var (before, slot) = (Rig.Server.Requests.Count, Rig.Board.Flash.Read(Spare));
        Assert.Contains(reason, await Offered(bundle));
        Assert.InRange(Rig.Server.Requests.Count - before, 1, 2);
        Assert.Equal(slot, Rig.Board.Flash.Read(Spare));
    }

    /// <summary>A bundle as the owner of the key could make it, whatever the harness thinks of it.</summary>
    internal byte[] Signed(Func<BundleRequest, BundleRequest> change)
    {
        var keys = new UpdateKeyFiles(Rig.Keys.File("pki"));
        var request = new BundleRequest
        {
            Product = "Blink", Target = "ESP32_S3", Version = new(2, 0, 0), Floor = default, Sequence = 10, Expires = DateTimeOffset.UtcNow.AddDays(1),
            EntryType = "Blink.Application", Images = [ImageWriter.Wrap(File.ReadAllBytes(UpdateBench.Blink))], Signers = keys.ReadFirstSet().Ids,
        };
        using var signer = UpdateSigner.Open(keys.SigningKey, () => null);
        var built = BundleBuilder.Build(change(request));
        return BundleSigning.Add(built, signer.PublicKey, signer.Sign(built.Manifest)).ToArray();
    }

    private async Task<string> Asked()
    {
        await Rig.Publish("/esp/update/run", "");
        await Rig.Logged("[SUCCESS] OTA-Update started");
        return await Rig.Logged("] Update: ");
    }
}
