using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Xunit.Abstractions;

namespace SecureEsp.ServerHarness.Tests.Updates;

/// <summary>
/// The power fails before each change of the flash in turn, through the whole life of a device: its first update, its settings, an update with
/// new keys in several parts, one that fails, a revert. And once more while it recovers.
/// </summary>
public sealed class EveryPowerCutTests(ITestOutputHelper output)
{
    private const string Url = "https://server.test/another/place";
    private const int Workers = 2;

    [Fact(Timeout = 300_000)]
    public async Task The_power_may_fail_at_any_file_operation_and_again_while_the_device_recovers()
    {
        using var bundles = await Bundles.Make();
        var phases = Phases(bundles);
        var cases = new ConcurrentQueue<(PowerCutPhase Phase, IReadOnlyDictionary<string, byte[]> Flash, long[] Cuts)>();
        var flash = bundles.NewFlash();
        using (var device = new RunnerDevice())
        {
            foreach (var phase in phases)
            {
                device.Restore(flash);
                if (phase.Settings is { } settings) device.Flash.Write(@"I:\settings.txt", RunnerFlash.Settings(settings));
                var begin = device.Content();
                device.Restore(begin);
                phase.Phase.Run(device);
                var operations = device.Operations;
                flash = device.Content();
                for (var cut = 1L; cut <= operations; cut++) cases.Enqueue((phase.Phase, begin, [cut]));
                output.WriteLine($"{phase.Phase.Name}: {operations} file operations");
            }
        }

        var (single, pairs) = (cases.Count, 0);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() =>
        {
            using var device = new RunnerDevice();
            while (cases.TryDequeue(out var next))
            {
                device.Restore(next.Flash);
                next.Phase.Run(device, next.Cuts);
                if (next.Cuts.Length > 1) continue;

                // What the recovery did is what a second cut can hit; some of these are taken, others by other first cuts.
                var recovery = device.Operations - (next.Cuts[0] - 1);
                for (var again = 1 + (next.Cuts[0] % Stride); again <= recovery; again += Stride)
                {
                    cases.Enqueue((next.Phase, next.Flash, [next.Cuts[0], again]));
                    Interlocked.Increment(ref pairs);
                }
            }
        })));
        // The first that is not survived ends the test.
        output.WriteLine($"{single} cut points and {pairs} pairs of them: {single + pairs} survived, in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.True(single + pairs >= 300, $"only {single} and {pairs}");
    }

    private const int Stride = 3;

    private static (PowerCutPhase Phase, string? Settings)[] Phases(Bundles bundles) =>
    [
        (new("first update", bundles["1.0.0"], 30_000, [], ["factory", "1.0.0"], ["400 up-to-date", "Blink.Application 1.0.0"]), null),
        (new("settings", bundles["1.0.0"], int.MaxValue, ["/esp/update/url", Url, "esp/dev-2/update/use_url", "1", "/esp/update/interval", "600"], ["1.0.0"],
            ["this device is dev-2", "400 up-to-date"]) { Then = SettingsAreThere }, "dev-2"),
        (new("new keys, several parts", bundles["2.0.0"], 200_000, [], ["1.0.0", "2.0.0"], ["400 up-to-date", "Blink.Application 2.0.0"]) { Then = d => OldKeyIsRefused(d, bundles["4.0.0"]) }, null),
        (new("rollback", bundles["3.0.0"], int.MaxValue, [], ["2.0.0", "3.0.0"], ["401 never-again", "Blink.Application 2.0.0"]), null),
        (new("revert", bundles["2.0.0"], int.MaxValue, ["esp/dev-2/update/revert", ""], ["factory", "2.0.0"], ["401 never-again", "Running application: factory"]), null),
        (new("an encrypted update after it", bundles["5.0.0"], int.MaxValue, [], ["factory", "5.0.0"], ["400 up-to-date", "Blink.Application 5.0.0"]), null),
    ];

    private static void SettingsAreThere(RunnerDevice device)
    {
        Assert.Contains(new[] { "a", "b" }, f => Has(device, $@"I:\update-{f}.bin", Url));
        Assert.Contains(new[] { "a", "b" }, f => Has(device, $@"I:\settings-{f}.bin", "dev-2"));
    }

    private static bool Has(RunnerDevice device, string file, string text) =>
        device.Flash.Read(file) is { } bytes && Encoding.Latin1.GetString(bytes).Contains(text, StringComparison.Ordinal);

    private static void OldKeyIsRefused(RunnerDevice device, byte[] bundle) =>
        Assert.Contains("[ERROR] Update: 372 signer-unknown", device.Boot(bundle, int.MaxValue, [], null));

    /// <summary>Bundles of Blink, from 4.0.0 on signed by a key that the second key set revoked, or by its own.</summary>
    private sealed class Bundles : IDisposable
    {
        private const string PayloadKey = "000102030405060708090a0b0c0d0e0f";

        private readonly Dictionary<string, byte[]> _bundles = [];
        private UpdateBench? _keys;

        public byte[] this[string version] => _bundles[version];

        public static async Task<Bundles> Make()
        {
            var made = new Bundles { _keys = await UpdateBench.Create() };
            using var second = await UpdateBench.Create();
            foreach (var version in new[] { "1.0.0", "4.0.0" }) await made.Add(version, 50_000);
            await made._keys.RotateTo(second);
            await made.Add("2.0.0", 560_000, second);
            await made.Add("3.0.0", 50_000, second);
            await File.WriteAllTextAsync(made._keys.File("key"), PayloadKey);
            await made.Add("5.0.0", 50_000, second, "--encrypt-with", made._keys.File("key"), "--encryption-key", "kitchen");
            return made;
        }

        public IReadOnlyDictionary<string, byte[]> NewFlash() =>
            new Dictionary<string, byte[]>(RunnerFlash.New(_keys!)) { [RunnerFlash.PayloadKeys] = Encoding.UTF8.GetBytes($"kitchen={PayloadKey}") };

        public void Dispose() => _keys?.Dispose();

        private async Task Add(string version, int filling, UpdateBench? signer = null, params string[] more) =>
            _bundles.Add(version, await _keys!.Filled(version, filling, signer: signer, more: more));
    }
}
