using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace SecureEsp.VirtualDevice.Runtime.Rewriting;

/// <summary>The portable PDB of a rewritten assembly: one for all devices of the process, read when a stack trace is told.</summary>
internal sealed class FirmwareSymbols(byte[] content)
{
    private readonly Lazy<MetadataReader> _reader = new(() => MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(content)).GetMetadataReader());

    public Stream Open() => new MemoryStream(content, writable: false);

    /// <summary>Where in the sources an instruction comes from; null where that is not known.</summary>
    /// <param name="methodToken">Metadata token of the method.</param>
    /// <param name="offset">Of the instruction in its IL.</param>
    public (string File, int Line)? Find(int methodToken, int offset)
    {
        var reader = _reader.Value;
        var method = MetadataTokens.MethodDefinitionHandle(methodToken & 0xffffff);
        SequencePoint? last = null;
        foreach (var point in reader.GetMethodDebugInformation(method).GetSequencePoints())
        {
            if (point.Offset > offset) break;
            if (!point.IsHidden) last = point;
        }
        return last is { } found ? (reader.GetString(reader.GetDocument(found.Document).Name), found.StartLine) : null;
    }
}
