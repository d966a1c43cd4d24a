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

    public async Task<string> Built(string version, params string[] more)
    {
        var bundle = File($"{version}.bundle");
        var built = await Update("build", [Blink, "--version", version, "--output", bundle, .. more]);
        Assert.True(built.ExitCode == 0, built.All);
        return bundle;
    }

    public async Task<string> Signed(string version, params string[] more)
    {
        var bundle = await Built(version, more);
        var signed = await Update("sign", bundle);
        Assert.True(signed.ExitCode == 0, signed.All);
        return bundle;
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
}
