using System.Text;

namespace SecureEsp.ServerHarness.Pki;

/// <summary>Files that are either the old ones or the new ones, whatever happens in between.</summary>
internal static class AtomicFile
{
    public const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode Public = Secret | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    public const UnixFileMode Private = Secret | UnixFileMode.UserExecute;

    /// <summary>Writes a neighbour with the final mode from its first byte on, flushes it to the disk, renames it.</summary>
    public static void Write(string path, string content, UnixFileMode mode) => Write(path, Encoding.ASCII.GetBytes(content), mode);

    /// <inheritdoc cref="Write(string, string, UnixFileMode)"/>
    public static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, Options(mode)))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // ArgumentOutOfRangeException is .NET's word for EFBIG, a limit on the file's size.
            if (File.Exists(temporary)) File.Delete(temporary);
            throw NotWritable(path, e);
        }
    }

    /// <summary>Makes the folder, and those above it that are missing, for its owner only; one that exists stays as it is.</summary>
    public static void CreateFolder(string path)
    {
        if (Path.GetDirectoryName(path) is { } parent && !Directory.Exists(parent))
        {
            CreateFolder(parent);
        }

        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, Private);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, e);
        }
    }

    /// <summary>Deletes what killed runs have left in a folder; the caller sees to it that no other run writes there.</summary>
    public static void RemoveLeftovers(string folder)
    {
        if (Directory.Exists(folder))
        {
            Array.ForEach(Directory.GetFiles(folder, "*.pem.*.tmp"), File.Delete);
        }
    }

    private static FileStreamOptions Options(UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        return options;
    }

    private static HarnessException NotWritable(string path, Exception e) =>
        new($"cannot write {path}: {e.Message}", "check the folder's owner and free space, or name another folder with --folder", inner: e);
}
