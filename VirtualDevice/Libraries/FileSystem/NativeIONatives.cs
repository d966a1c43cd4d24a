using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.FileSystem;

/// <summary>Host side of System.IO.FileSystem, NativeIO (nf-interpreter, littlefs_FS_Driver.cpp of the ESP32).</summary>
[Natives("System.IO.FileSystem", "System.IO.NativeIO")]
internal static class NativeIONatives
{
    internal const uint DirectoryAttribute = 16;
    private const uint EmptyAttribute = uint.MaxValue;

    public static void Delete(string path, bool recursive) => FlashNatives.Call(flash => flash.Remove(FlashPath.Parse(path), recursive));

    /// <returns>True: there is one drive only.</returns>
    public static bool Move(string source, string destination)
    {
        FlashNatives.Call(flash => flash.Rename(FlashPath.Parse(source), FlashPath.Parse(destination)));
        return true;
    }

    public static void CreateDirectory(string path) => FlashNatives.Call(flash => flash.MakeDirectory(FlashPath.Parse(path)));

    public static uint GetAttributes(string path) => FlashNatives.Call(flash => flash.Find(FlashPath.Parse(path))) switch
    {
        null => EmptyAttribute,
        { IsDirectory: true } => DirectoryAttribute,
        _ => 0u,
    };

    /// <summary>The drive keeps no attributes: it checks that there is something, and leaves it at that.</summary>
    public static void SetAttributes(string path, uint attributes)
    {
        FlashNatives.Call(flash => flash.Find(FlashPath.Parse(path)) ?? throw new FlashException(FlashError.Io, path));
    }

    public static void Format(string rootName, string fileSystem, uint parameter)
    {
        _ = Life.Current;
        throw new NotSupportedException();
    }
}

/// <summary>Host side of System.IO.FileSystem, NativeFindFile.</summary>
[Natives("System.IO.FileSystem", "System.IO.NativeFindFile")]
internal static class NativeFindFileNatives
{
    private const uint NormalAttribute = 128;

    public static object? GetFileInfo(string path)
    {
        if (FlashNatives.Call(flash => flash.Find(FlashPath.Parse(path))) is not { } found) return null;
        var info = Life.Current.New("System.IO.FileSystem", "System.IO.NativeFileInfo");
        Fields.Set(info, "Attributes", found.IsDirectory ? NativeIONatives.DirectoryAttribute : NormalAttribute);
        Fields.Set(info, "Size", (long)found.Size);
        return info;
    }
}

/// <summary>Host side of System.IO.FileSystem, Directory.</summary>
[Natives("System.IO.FileSystem", "System.IO.Directory")]
internal static class DirectoryNatives
{
    public static string[] NativeGetChildren(string path, bool directoryOnly) =>
        FlashNatives.Call(flash => flash.Children(FlashPath.Parse(path), directoryOnly).ToArray());
}
