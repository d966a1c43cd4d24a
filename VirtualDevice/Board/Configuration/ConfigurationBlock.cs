using System.Buffers.Binary;
using System.Text;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>
/// A configuration block as the firmware keeps it: a file <c>con_MARKER_INDEX.sys</c> on flash, whose bytes are a packed C
/// structure (nf-interpreter, nanoHAL_Network.h). Files of a real board and these can be exchanged.
/// </summary>
internal static class ConfigurationBlock
{
    public const int MarkerLength = 4;

    public static string PathOf(string marker, int index) => $@"I:\con_{marker}_{index}.sys";

    /// <returns>Null: no such block, or one with fewer bytes.</returns>
    public static byte[]? Read(Flash flash, string marker, int index, int minimumLength) =>
        flash.Read(PathOf(marker, index)) is { } bytes && bytes.Length >= minimumLength ? bytes : null;

    public static byte[] Create(string marker, int length)
    {
        var bytes = new byte[length];
        Encoding.ASCII.GetBytes(marker, bytes);
        return bytes;
    }

    /// <summary>
    /// Stores a block as the firmware does: the file is opened with "w", and the emptied file is durable before the new
    /// bytes are (targetHAL_ConfigStorageLittlefs.c; esp_littlefs.c syncs at opening). A power cut between loses both.
    /// </summary>
    public static void Write(Flash flash, string marker, int index, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(marker, index);
        flash.Write(path, []);
        flash.Write(path, bytes);
    }

    /// <summary>A text field: UTF-8, ends at the first 0; its last byte stays 0.</summary>
    public static string GetText(ReadOnlySpan<byte> field)
    {
        var end = field[..^1].IndexOf((byte)0);
        return Encoding.UTF8.GetString(field[..(end < 0 ? field.Length - 1 : end)]);
    }

    /// <exception cref="ArgumentException">It does not fit.</exception>
    public static void SetText(Span<byte> field, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length >= field.Length) throw new ArgumentException($"longer than {field.Length - 1} bytes");
        field.Clear();
        bytes.CopyTo(field);
    }

    public static uint GetUInt32(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));

    public static void SetUInt32(byte[] bytes, int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(offset), value);
}
