using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SecureEsp.VirtualDevice.Tests.Runtime;

/// <summary>
/// Makes of an assembly of this repository one with the identity of a real package: another version, a public key, and references
/// by other versions and keys. A library also gets a behaviour of its own: it says that it runs.
/// </summary>
internal static class Package
{
    private static readonly byte[] PublicKeyToken = [0xc0, 0x7d, 0x48, 0x1e, 0x97, 0x58, 0xc7, 0x31];

    public static string Library(string name, Version version, string folder)
    {
        using var assembly = Read(Path.Combine(AppContext.BaseDirectory, "Reference", name + ".dll"), version);
        SayThatItRuns(assembly.MainModule, $"{name} {version} runs;");
        return Write(assembly, folder);
    }

    /// <summary>Firmware as it comes out of a build against real packages.</summary>
    public static string Firmware(string name, string folder)
    {
        using var assembly = Read(Path.Combine(AppContext.BaseDirectory, "Firmware", name + ".dll"), new Version(1, 0, 0, 0));
        return Write(assembly, folder);
    }

    private static AssemblyDefinition Read(string path, Version version)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.Combine(AppContext.BaseDirectory, "Reference"));
        var assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = resolver });
        assembly.Name.Version = version;
        assembly.Name.PublicKey = typeof(object).Assembly.GetName().GetPublicKey();
        foreach (var reference in assembly.MainModule.AssemblyReferences) (reference.Version, reference.PublicKeyToken) = (new Version(7, 7, 7, 7), PublicKeyToken);
        return assembly;
    }

    private static string Write(AssemblyDefinition assembly, string folder)
    {
        var path = Path.Combine(folder, assembly.Name.Name + ".dll");
        assembly.Write(path);
        return path;
    }

    private static void SayThatItRuns(ModuleDefinition module, string text)
    {
        var mscorlib = module.AssemblyReferences.Single(a => a.Name == "mscorlib");
        var write = new MethodReference("WriteLine", module.TypeSystem.Void, new TypeReference("System", "Console", module, mscorlib));
        write.Parameters.Add(new(module.TypeSystem.String));
        var constructor = new MethodDefinition(".cctor", MethodAttributes.Static | MethodAttributes.Private | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName, module.TypeSystem.Void);
        var il = constructor.Body.GetILProcessor();
        il.Emit(OpCodes.Ldstr, text);
        il.Emit(OpCodes.Call, write);
        il.Emit(OpCodes.Ret);
        var type = new TypeDefinition("", "RealPackage", TypeAttributes.Class | TypeAttributes.Abstract | TypeAttributes.Sealed, module.TypeSystem.Object);
        type.Methods.Add(constructor);
        module.Types.Add(type);
    }
}
