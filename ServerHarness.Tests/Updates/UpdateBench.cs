using System.Text.Json;
using Mono.Cecil;
using SecureEsp.ServerHarness.Updates;
using SecureEsp.ServerHarness.Updates.Format;
using SecureEsp.VirtualDevice.Images;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>A folder with an update key, in which commands run, and applications to build bundles of.</summary>
internal sealed class UpdateBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static async Task<UpdateBench> Create()
    {
        var bench = new UpdateBench();
        Assert.Equal(0, (await bench.Update("keygen")).ExitCode);
        return bench;
    }

    /// <summary>The application that this program was built with.</summary>
    public static string Blink => Path.Combine(AppContext.BaseDirectory, "Firmware", "Blink.dll");

    public string SigningKey => File("pki", "updates", "update-signing.key.pem");

    public string PublicKey => File("pki", "updates", "update-signing.pub.pem");

    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Updates", "Samples", name);

    public string File(params string[] parts) => _folder.File(parts);

    /// <summary>A command of <c>update</c> that knows the folder of keys.</summary>
    public Task<ToolResult> Update(string command, params string[] arguments) => Cli.Run(["update", command, .. arguments, "--folder", File("pki")]);

    public Task<string> Built(string version, params string[] more) => BuiltOf(Blink, version, more);

    public async Task<string> Signed(string version, params string[] more)
    {
        var bundle = await Built(version, more);
        await Sign(bundle);
        return bundle;
    }

    /// <summary>A bundle for the devices of this bench that another's key signs.</summary>
    public async Task<byte[]> SignedBy(UpdateBench signer, string version)
    {
        var bundle = await Built(version, "--signer", signer.PublicKey);
        await Sign(bundle, "--key", signer.SigningKey);
        return await System.IO.File.ReadAllBytesAsync(bundle);
    }

    /// <summary>A signed bundle of Blink that is so many bytes larger, perhaps changed. The same version is always filled with the same bytes.</summary>
    /// <param name="signer">Whose key signs it; null for this one's.</param>
    /// <param name="more">Further arguments of <c>update build</c>.</param>
    public async Task<byte[]> Filled(string version, int filling, Action<ModuleDefinition>? change = null, UpdateBench? signer = null, params string[] more)
    {
        var application = Changed("Blink", module =>
        {
            var filler = new byte[filling];
            new Random(version.Aggregate(0, (seed, letter) => (seed * 31) + letter)).NextBytes(filler);
            module.Resources.Add(new EmbeddedResource("filling", ManifestResourceAttributes.Public, filler));
            change?.Invoke(module);
        });
        var key = signer ?? this;
        var bundle = await BuiltOf(application, version, ["--signer", key.PublicKey, .. more]);
        await Sign(bundle, "--key", key.SigningKey);
        return await System.IO.File.ReadAllBytesAsync(bundle);
    }

    /// <summary>The second key set: another bench's key instead of this one's.</summary>
    public async Task RotateTo(UpdateBench second)
    {
        var old = JsonDocument.Parse((await Update("keygen", "--json")).Output).RootElement.GetProperty("keys")[0].GetString()!;
        var rotated = await Update("rotate", "--add", second.PublicKey, "--remove", old, "--key", SigningKey, "--key", second.SigningKey);
        Assert.True(rotated.ExitCode == 0, rotated.All);
    }

    public async Task AssertVerified(string bundle)
    {
        var verified = await Update("verify", bundle);
        Assert.True(verified.ExitCode == 0, verified.All);
    }

    public async Task AssertRefused(string words, string command, params string[] arguments)
    {
        var result = await Update(command, arguments);
        Assert.True(result.ExitCode != 0 && result.Error.Contains(words, StringComparison.Ordinal), $"'{words}' is not in: {result.All}");
        Assert.DoesNotContain("defect", result.Error);
    }

    /// <summary>Blink with something changed, as an assembly of that name.</summary>
    public string Changed(string name, Action<ModuleDefinition> change)
    {
        using var module = ModuleDefinition.ReadModule(Blink);
        module.Assembly.Name.Name = module.Name = name;
        change(module);
        module.Write(File(name + ".dll"));
        return File(name + ".dll");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> BuiltOf(string application, string version, params string[] more)
    {
        var bundle = File($"{version}.bundle");
        var built = await Update("build", [application, "--version", version, "--output", bundle, .. more]);
        Assert.True(built.ExitCode == 0, built.All);
        return bundle;
    }

    private async Task Sign(string bundle, params string[] more)
    {
        var signed = await Update("sign", [bundle, .. more]);
        Assert.True(signed.ExitCode == 0, signed.All);
    }
}
