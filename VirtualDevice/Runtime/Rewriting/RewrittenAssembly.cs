using System.Collections.Concurrent;
using Mono.Cecil;
using Mono.Cecil.Cil;
using SecureEsp.VirtualDevice.Runtime.Rewriting.Metering;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting;

/// <summary>
/// A device assembly as the desktop can run it. The file stays as it is; what is loaded has its natives bound, its
/// mscorlib members redirected and its loops interruptible. Made once per file and process, metered and not.
/// </summary>
/// <param name="StaticConstructors">Metadata tokens of the types that have one.</param>
/// <param name="Metered">What its counters belong to; null where it counts nothing.</param>
internal sealed record RewrittenAssembly(byte[] Image, FirmwareSymbols? Symbols, IReadOnlyList<int> StaticConstructors, MeteredNames? Metered)
{
    private static readonly ConcurrentDictionary<(string Path, DateTime Written, long Length, bool Metered), Lazy<RewrittenAssembly>> Known = new();

    /// <summary>The same image for all devices of the process; null where it is of one device alone, or cannot be shared.</summary>
    public SharedImage? Shared { get; private init; }

    /// <param name="path">The assembly's file.</param>
    /// <param name="image">Where the assemblies are that it refers to.</param>
    public static RewrittenAssembly Of(string path, FirmwareImage image)
    {
        var file = new FileInfo(path);
        return Known.GetOrAdd((file.FullName, file.LastWriteTimeUtc, file.Length, image.IsMetered), key => new(() => Rewrite(key.Path, image))).Value;
    }

    /// <summary>An assembly that came as bytes. Its natives are not bound, as the CLR binds none of an assembly that firmware loads.</summary>
    /// <param name="hostName">A name that no other assembly of the life has.</param>
    /// <param name="targets">For each name that it refers to, the name of the assembly to take.</param>
    /// <param name="loaded">What else came as bytes before it.</param>
    /// <returns>With what it refers to and does not find.</returns>
    public static (RewrittenAssembly Assembly, IReadOnlyList<string> Missing) OfImage(
        byte[] assembly, string hostName, IReadOnlyDictionary<string, string> targets, FirmwareImage image, IReadOnlyDictionary<string, byte[]> loaded)
    {
        using var sources = new DeviceAssemblyResolver(image, rewritten: false, loaded);
        using var module = ModuleDefinition.ReadModule(new MemoryStream(assembly), new ReaderParameters { AssemblyResolver = sources });
        module.Assembly.Name.Name = hostName;
        foreach (var reference in module.AssemblyReferences) reference.Name = targets[reference.Name];
        var rewritten = Rewrite(module, hasSymbols: false, image.IsMetered);
        using var targetsOnDevice = new DeviceAssemblyResolver(image, rewritten: true, loaded);
        using var result = ModuleDefinition.ReadModule(new MemoryStream(rewritten.Image), new ReaderParameters { AssemblyResolver = targetsOnDevice });
        return (rewritten, [.. LinkCheck.Missing(result)]);
    }

    private static RewrittenAssembly Rewrite(string path, FirmwareImage image)
    {
        var hasSymbols = File.Exists(Path.ChangeExtension(path, ".pdb"));
        using var resolver = new DeviceAssemblyResolver(image, rewritten: false);
        var parameters = new ReaderParameters
        {
            AssemblyResolver = resolver,
            ReadSymbols = hasSymbols,
            SymbolReaderProvider = hasSymbols ? new PortablePdbReaderProvider() : null,
        };
        using var module = ModuleDefinition.ReadModule(path, parameters);
        var rewritten = Rewrite(module, hasSymbols, image.IsMetered);
        return rewritten with { Shared = SharedImage.Create(rewritten.Image) };
    }

    private static RewrittenAssembly Rewrite(ModuleDefinition module, bool hasSymbols, bool isMetered)
    {
        var host = new HostMethods(module);
        var meter = isMetered ? new MeterWeaving(module, host) : null;
        foreach (var method in module.GetTypes().SelectMany(t => t.Methods).ToList())
        {
            var isNative = !method.HasBody;
            NativeBinding.Apply(method, host);
            if (!method.HasBody) continue;
            if (isNative) meter?.ApplyToNative(method);
            else meter?.Apply(method);
            MemberRedirection.Apply(method, host);
            StopWeaving.Apply(method, host);
        }
        FinalizerRemoval.Apply(module);
        HostAccess.Apply(module);
        CoreLibraryScope.Apply(module);
        using var output = new MemoryStream();
        using var symbols = new MemoryStream();
        module.Write(output, new WriterParameters
        {
            WriteSymbols = hasSymbols,
            SymbolStream = hasSymbols ? symbols : null,
            SymbolWriterProvider = hasSymbols ? new PortablePdbWriterProvider() : null,
        });
        var constructed = module.GetTypes().Where(t => t.Methods.Any(m => m is { IsConstructor: true, IsStatic: true })).Select(t => t.MetadataToken.ToInt32());
        return new(output.ToArray(), hasSymbols ? new FirmwareSymbols(symbols.ToArray()) : null, [.. constructed], meter?.Names);
    }
}
