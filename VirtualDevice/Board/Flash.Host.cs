using System.IO.Compression;

namespace SecureEsp.VirtualDevice.Board;

/// <content>The flash from outside, as a flashing tool and a test see it.</content>
public sealed partial class Flash
{
    /// <summary>Content of a file, as a reboot would find it now; null where there is none.</summary>
    /// <exception cref="FlashException">Another drive than I:.</exception>
    public byte[]? Read(string path)
    {
        var place = FlashPath.Parse(path);
        lock (_lock) return _entries.TryGetValue(place, out var content) ? content?.ToArray() : null;
    }

    /// <summary>Puts a file on the flash, with the directories above it; one that is there is replaced.</summary>
    /// <exception cref="FlashException">No space left, or a directory has that path.</exception>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        lock (_lock)
        {
            var place = FlashPath.Parse(path);
            MakeDirectory(place.Parent);
            var file = Open(place);
            try
            {
                file.SetLength(0);
                file.Write(content);
            }
            catch (FlashException)
            {
                file.Abandon();
                throw;
            }
            file.Commit();
        }
    }

    /// <summary>Whether there is a file.</summary>
    public bool Exists(string path) => Find(FlashPath.Parse(path)) is { IsDirectory: false };

    /// <summary>Removes a file or a directory with all in it.</summary>
    /// <returns>False where there is none.</returns>
    public bool Delete(string path)
    {
        lock (_lock)
        {
            var place = FlashPath.Parse(path);
            if (!_entries.ContainsKey(place)) return false;
            Remove(place, recursive: true);
            return true;
        }
    }

    /// <summary>Paths of all files, sorted.</summary>
    public IReadOnlyList<string> List()
    {
        lock (_lock) return [.. _entries.Where(e => e.Value is not null).Select(e => e.Key.ToString()).Order(StringComparer.Ordinal)];
    }

    /// <summary>All files and directories (without content), sorted by path.</summary>
    internal IReadOnlyList<(string Path, byte[]? Content)> Entries()
    {
        lock (_lock) return [.. _entries.Select(e => (e.Key.ToString(), e.Value)).OrderBy(e => e.Item1, StringComparer.Ordinal)];
    }

    /// <summary>Removes everything, the system's own files too: certificates, private key, Wi-Fi.</summary>
    public void Format()
    {
        lock (_lock)
        {
            _entries.Clear();
            _durableBlocks = DurableBlocks();
            _isDamaged = false;
        }
    }

    /// <summary>Writes the flash to a file of the host: a ZIP archive, so that it can be looked into. It is replaced in one step.</summary>
    public void Save(string imageFile)
    {
        var temporary = imageFile + ".new";
        lock (_lock)
        {
            using var archive = ZipFile.Open(temporary, ZipArchiveMode.Create);
            foreach (var (path, content) in _entries.OrderBy(e => e.Key.ToString(), StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(path.ToString()[3..].Replace('\\', '/') + (content is null ? "/" : ""));
                if (content is null) continue;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }
        File.Move(temporary, imageFile, overwrite: true);
    }

    /// <summary>Reads the flash from a file of the host. Like a board whose file system cannot be mounted, it is empty where the file cannot be read.</summary>
    /// <returns>False where the file is no image, or larger than the flash: the flash was formatted.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public bool Load(string imageFile)
    {
        if (!File.Exists(imageFile)) throw new FileNotFoundException($"no flash image at {imageFile}", imageFile);
        lock (_lock)
        {
            Format();
            try
            {
                using var archive = ZipFile.OpenRead(imageFile);
                foreach (var entry in archive.Entries) Load(entry);
                return true;
            }
            catch (Exception e) when (e is InvalidDataException or FlashException)
            {
                Format();
                return false;
            }
        }
    }

    private void Load(ZipArchiveEntry entry)
    {
        var path = @"I:\" + entry.FullName.Replace('/', '\\');
        if (entry.FullName.EndsWith('/'))
        {
            MakeDirectory(FlashPath.Parse(path));
            return;
        }
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        Write(path, content.GetBuffer().AsSpan(0, (int)content.Length));
    }
}
