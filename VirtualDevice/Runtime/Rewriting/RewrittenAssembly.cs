using System.Collections.Concurrent;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting;

/// <summary>
/// A device assembly as the desktop can run it. The file stays as it is; what is loaded has its natives bound, its
/// mscorlib members redirected and its loops interruptible. Made once per file and process.
/// </summary>
internal sealed record RewrittenAssembly(byte[] Image, byte[]? Symbols)
{
    private static readonly ConcurrentDictionary<(string Path, DateTime Written, long Length), Lazy<RewrittenAssembly>> Known = new();

    public static RewrittenAssembly Of(string path)
    {
        var file = new FileInfo(path);
        return Known.GetOrAdd((file.FullName, file.LastWriteTimeUtc, file.Length), key => new(() => Rewrite(key.Path))).Value;
    }

    private static RewrittenAssembly Rewrite(string path)
    {
        var hasSymbols = File.Exists(Path.ChangeExtension(path, ".pdb"));
        var parameters = new ReaderParameters { ReadSymbols = hasSymbols, SymbolReaderProvider = hasSymbols ? new PortablePdbReaderProvider() : null };
        using var module = ModuleDefinition.ReadModule(path, parameters);
        var host = new HostMethods(module);
        foreach (var method in module.GetTypes().SelectMany(t => t.Methods).ToList())
        {
            NativeBinding.Apply(method, host);
            if (!method.HasBody) continue;
            MemberRedirection.Apply(method, host);
            StopWeaving.Apply(method, host);
        }
        FinalizerRemoval.Apply(module);
        HostAccess.Apply(module);
        CoreLibraryScope.Apply(module);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        module.Write(image, new WriterParameters
        {
            WriteSymbols = hasSymbols,
            SymbolStream = hasSymbols ? symbols : null,
            SymbolWriterProvider = hasSymbols ? new PortablePdbWriterProvider() : null,
        });
        return new(image.ToArray(), hasSymbols ? symbols.ToArray() : null);
    }
}
