using System.Buffers.Binary;

namespace SecureEsp.VirtualDevice.Images;

/// <summary>The 16-bit fields of an image's rows.</summary>
internal static class RowBytes
{
    public static void Half(Span<byte> row, int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(row[at..], (ushort)value);

    public static void Version(Span<byte> row, Version version)
    {
        Half(row, 0, version.Major);
        Half(row, 2, version.Minor);
        Half(row, 4, Math.Max(0, version.Build));
        Half(row, 6, Math.Max(0, version.Revision));
    }
}
