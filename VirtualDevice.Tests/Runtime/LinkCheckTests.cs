using Mono.Cecil;
using Mono.Cecil.Cil;
using SecureEsp.VirtualDevice.Runtime;
using SecureEsp.VirtualDevice.Runtime.Rewriting;

namespace SecureEsp.VirtualDevice.Tests.Runtime;

public class LinkCheckTests
{
    public static TheoryData<string> Assemblies() =>
        [.. new[] { "Firmware", "Reference" }.SelectMany(f => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, f), "*.dll")).Select(f => Path.GetRelativePath(AppContext.BaseDirectory, f)).Order()];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void All_that_an_assembly_refers_to_is_on_the_device(string assembly) =>
        Assert.Empty(LinkCheck.Missing(new FirmwareImage(Path.Combine(AppContext.BaseDirectory, assembly))));

    [Fact]
    public void A_member_that_the_device_lacks_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("link-");
        try
        {
            var path = Path.Combine(folder.FullName, "Broken.dll");
            WriteAssemblyThatCalls(path, "System.Threading.Thread", "Teleport");
            Assert.Equal(["Broken refers to System.Void System.Threading.Thread::Teleport()"], LinkCheck.Missing(new FirmwareImage(path)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void WriteAssemblyThatCalls(string path, string type, string member)
    {
        using var source = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, "Firmware", "Unloaded.dll"));
        source.Name.Name = "Broken";
        var module = source.MainModule;
        var mscorlib = module.AssemblyReferences.Single(a => a.Name == "mscorlib");
        var dot = type.LastIndexOf('.');
        var called = new MethodReference(member, module.TypeSystem.Void, new TypeReference(type[..dot], type[(dot + 1)..], module, mscorlib));
        module.EntryPoint.Body.Instructions.Insert(0, Instruction.Create(OpCodes.Call, called));
        source.Write(path);
    }
}
