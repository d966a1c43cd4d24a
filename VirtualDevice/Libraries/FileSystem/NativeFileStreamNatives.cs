using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.FileSystem;

/// <summary>Host side of System.IO.FileSystem, NativeFileStream (nf-interpreter, nf_sys_io_filesystem_System_IO_NativeFileStream.cpp).</summary>
[Natives("System.IO.FileSystem", "System.IO.NativeFileStream")]
internal static class NativeFileStreamNatives
{
    private const string Handle = "_fs";

    // The C library's buffer is as large as the block that littlefs names (esp_littlefs.c, st_blksize).
    private const int BufferSize = 4096;

    public static void _ctor(object self, string path, int bufferSize)
    {
        if (bufferSize < 0) throw new ArgumentException();
        var file = FlashNatives.Call(flash => flash.Open(FlashPath.Parse(path)));
        Life.Current.State<OpenFlashFiles>().Add(file);
        Fields.Set(self, Handle, file);
    }

    public static int Read(object self, byte[] buffer, int offset, int count, int timeout)
    {
        var file = Check(self, buffer, offset, count);
        lock (file) return file.Read(buffer.AsSpan(offset, count));
    }

    /// <summary>
    /// Writes whole buffers at once, and what is left over through the C library's buffer, whose flush the driver does not
    /// check (littlefs_FS_Driver.cpp, Write): ON A FULL DRIVE THE LAST BYTES ARE LOST WITHOUT AN ERROR, and closing then
    /// keeps the old content, silently too.
    /// </summary>
    public static int Write(object self, byte[] buffer, int offset, int count, int timeout)
    {
        var file = Check(self, buffer, offset, count);
        var direct = count / BufferSize * BufferSize;
        lock (file)
        {
            FlashNatives.Call(_ => file.Write(buffer.AsSpan(offset, direct)));
            try
            {
                file.Write(buffer.AsSpan(offset + direct, count - direct));
            }
            catch (FlashException)
            {
                // As on the board; the file remembers that it failed.
            }
        }
        return count;
    }

    public static long Seek(object self, long offset, uint origin)
    {
        var file = Open(self);
        if (origin > (uint)SeekOrigin.End) throw new ArgumentException();
        lock (file) return FlashNatives.Call(_ => file.Seek(offset, (SeekOrigin)origin));
    }

    /// <summary>Empties a buffer of the C library: nothing becomes durable by it.</summary>
    public static void Flush(object self) => Open(self);

    public static long GetLength(object self) => Open(self).Length;

    public static void SetLength(object self, long length)
    {
        var file = Open(self);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        lock (file) FlashNatives.Call(_ => file.SetLength(length));
    }

    public static void GetStreamProperties(object self, out bool canRead, out bool canWrite, out bool canSeek)
    {
        Open(self);
        canRead = canWrite = canSeek = true;
    }

    public static void Close(object self)
    {
        var life = Life.Current;
        if (Fields.Get<FlashFile?>(self, Handle) is not { } file) return;
        Fields.Set(self, Handle, null);
        life.State<OpenFlashFiles>().Remove(file);
        lock (file) FlashNatives.Call(_ => file.Commit());
    }

    private static FlashFile Open(object self)
    {
        _ = Life.Current;
        return Fields.Get<FlashFile?>(self, Handle) ?? throw new ObjectDisposedException(null);
    }

    private static FlashFile Check(object self, byte[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        var file = Open(self);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return buffer.Length - offset < count ? throw new ArgumentException() : file;
    }
}
