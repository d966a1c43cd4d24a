using Mono.Cecil;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Tests.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Libraries;

/// <summary>The tests that the firmware "Libraries" holds: it runs them all on one device, and each verdict is reported here.</summary>
public class LibraryTests(LibraryTests.Verdicts verdicts) : IClassFixture<LibraryTests.Verdicts>
{
    public static TheoryData<string> Names
    {
        get
        {
            using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, "Firmware", "Libraries.dll"));
            var tests = module.Types.SelectMany(t => t.Methods).Where(m => m.CustomAttributes.Any(a => a.AttributeType.Name == "TestMethodAttribute"));
            return [.. tests.Select(m => $"{m.DeclaringType.Name}.{m.Name}")];
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void On_the_device(string name)
    {
        var verdict = verdicts.Lines.SingleOrDefault(l => l.StartsWith($"passed {name}.", StringComparison.Ordinal) || l.StartsWith($"failed {name}.", StringComparison.Ordinal));
        Assert.True(verdict == $"passed {name}.", verdict ?? $"{name} did not run");
    }

    public sealed class Verdicts
    {
        public Verdicts()
        {
            using var running = new RunningDevice("Libraries");
            running.WaitForEvent(DeviceEventKind.MainEnded);
            Assert.Contains("all tests done", running.Output);
            Lines = running.Output.Split("\r\n");
        }

        internal IReadOnlyList<string> Lines { get; }
    }
}
