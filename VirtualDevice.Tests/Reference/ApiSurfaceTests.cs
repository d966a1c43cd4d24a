using Mono.Cecil;
using SecureEsp.VirtualDevice.Tests.Build;

namespace SecureEsp.VirtualDevice.Tests.Reference;

/// <summary>Firmware that compiles against the stand-ins must compile against the real libraries: nothing public may be theirs alone.</summary>
public class ApiSurfaceTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Reference");

    public static TheoryData<string> Assemblies => [.. Built];

    private static IEnumerable<string> Built => Directory.GetFiles(Folder, "*.dll").Select(p => Path.GetFileNameWithoutExtension(p)!).Order();

    [Fact]
    public void Every_stand_in_is_compared()
    {
        var projects = Directory.GetFiles(Repository.PathOf("VirtualDevice/Reference"), "*.csproj", SearchOption.AllDirectories);
        var expected = projects.Select(p => Path.GetFileNameWithoutExtension(p)!).Where(n => n != "mscorlib").Order();
        Assert.Equal(expected, Built);
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Has_nothing_that_the_real_library_lacks(string assembly)
    {
        var real = ApiSurface.OfList(Repository.PathOf($"VirtualDevice/Reference/api/{assembly}.api.txt"));
        using var module = ModuleDefinition.ReadModule(Path.Combine(Folder, assembly + ".dll"));
        var standIn = ApiSurface.OfAssembly(module).ToList();
        Assert.NotEmpty(standIn);
        Assert.Equal("", string.Join('\n', standIn.Except(real)));
    }
}
