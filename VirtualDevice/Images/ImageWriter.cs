using System.Buffers.Binary;
using Mono.Cecil;

namespace SecureEsp.VirtualDevice.Images;

/// <summary>
/// Wraps an assembly of .NET in an image: header, checksums, and the tables of what it refers to are as the real tool chain
/// makes them; it defines no types, and carries the assembly in its resource data (<see cref="WrappedAssembly"/>).
/// </summary>
public sealed class ImageWriter
{
    private readonly StringHeap _strings = new();
    private readonly SignatureHeap _signatures;
    private readonly ReferenceTables _references;

    private ImageWriter(ModuleDefinition module)
    {
        _references = new ReferenceTables(module, _strings);
        _signatures = new SignatureHeap(_references.RowOf);
    }

    /// <param name="assembly">The file's bytes.</param>
    /// <returns>The same for the same assembly.</returns>
    /// <exception cref="BadImageFormatException">It is no assembly.</exception>
    /// <exception cref="NotSupportedException">It has what an image cannot hold: a generic type, or too much of something.</exception>
    public static byte[] Wrap(byte[] assembly)
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(assembly));
        return new ImageWriter(module).Write(module, assembly);
    }

    private byte[] Write(ModuleDefinition module, byte[] assembly)
    {
        var name = _strings.Add(module.Assembly.Name.Name);
        var tables = new byte[ImageHeader.TableCount][];
        Array.Fill(tables, []);
        tables[(int)ImageTable.AssemblyRef] = _references.Assemblies();
        tables[(int)ImageTable.TypeRef] = _references.Types();
        tables[(int)ImageTable.FieldRef] = _references.Fields(_signatures);
        tables[(int)ImageTable.MethodRef] = _references.Methods(_signatures);
        tables[(int)ImageTable.ResourcesData] = [.. WrappedAssembly.Marker, .. assembly];
        tables[(int)ImageTable.Signatures] = _signatures.ToArray();
        tables[(int)ImageTable.Strings] = _strings.ToArray();
        return Assemble(tables, name, module.Assembly.Name.Version);
    }

    private static byte[] Assemble(byte[][] tables, ushort name, Version version)
    {
        var image = new byte[ImageHeader.Size + tables.Sum(t => Aligned(t.Length))];
        ImageHeader.Marker.CopyTo(image);
        Number(image, 24, ImageHeader.NoPatch);
        RowBytes.Version(image.AsSpan(28), version);
        RowBytes.Half(image, 36, name);
        RowBytes.Half(image, 38, ClrStrings.Version);
        var at = ImageHeader.Size;
        for (var table = 0; table < tables.Length; table++)
        {
            Number(image, 40 + 4 * table, (uint)at);
            tables[table].CopyTo(image, at);
            image[108 + table] = (byte)(Aligned(tables[table].Length) - tables[table].Length);
            at += Aligned(tables[table].Length);
        }
        Number(image, 40 + 4 * tables.Length, (uint)at);
        Seal(image);
        return image;
    }

    /// <summary>Makes both checksums right again.</summary>
    public static void Seal(byte[] image)
    {
        Number(image, ImageHeader.BodyChecksumAt, ImageChecksum.Of(image.AsSpan(ImageHeader.Size)));
        Number(image, ImageHeader.HeaderChecksumAt, PeImage.HeaderSum(image));
    }

    private static int Aligned(int length) => length + 3 & ~3;

    private static void Number(byte[] image, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(at), value);
}
