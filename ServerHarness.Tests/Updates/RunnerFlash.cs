using System.Text;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>What is on the flash of a new device.</summary>
internal static class RunnerFlash
{
    public const string PayloadKeys = @"I:\payload-keys.txt";

    /// <summary>A device that trusts a bench's first key set.</summary>
    public static Dictionary<string, byte[]> New(UpdateBench bench) => new()
    {
        [@"I:\settings.txt"] = Settings("dev-1"),
        [@"I:\update-keys.cbor"] = File.ReadAllBytes(bench.File("pki", "updates", "update-keys.cbor")),
    };

    public static byte[] Settings(string device) => Encoding.UTF8.GetBytes($"device.id={device}\nupdate.url=https://server.test/update/Blink\n");
}
