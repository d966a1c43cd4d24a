using Mono.Cecil;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Tests.Runtime;

public class NativeCoverageTests
{
    public static TheoryData<string> Libraries() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Reference"), "*.dll").Select(f => Path.GetFileNameWithoutExtension(f)).Order()];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_native_method_of_a_library_has_a_host_side(string library)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, "Reference", library + ".dll"));
        var missing = module.GetTypes().SelectMany(t => t.Methods).Where(m => m.IsInternalCall)
            .Where(m => NativeTable.Native(library, m.DeclaringType.FullName, m.Name.Replace('.', '_'), m.Parameters.Count + (m.HasThis ? 1 : 0)) is null)
            .Select(m => m.FullName);
        Assert.Empty(missing);
    }
}
