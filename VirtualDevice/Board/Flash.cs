namespace SecureEsp.VirtualDevice.Board;

/// <summary>
/// Drive I:, the flash partition that keeps files over power cuts, with the rules of littlefs: each change is atomic, the
/// content of a file becomes durable when it is closed and not before, new content takes new blocks of 4096 bytes while
/// the old ones stay, and nothing is replaced by a move. Thread-safe.
/// </summary>
public sealed partial class Flash
{
    private const int BlockSize = 4096;

    // littlefs keeps small files inside the directory's own blocks.
    private const int InlineLimit = 512;
    private const int BlocksOfDirectory = 2;

    private readonly Lock _lock = new();
    private readonly Dictionary<FlashPath, byte[]?> _entries = [];
    private readonly HashSet<FlashFile> _open = [];
    private long _operations;

    /// <param name="capacity">Size of the partition in bytes: 256 KB on 4 MB flash, 2 MB on 8 MB, 3 MB on 16 MB, 8 MB on 32 MB.</param>
    public Flash(int capacity = 2 * 1024 * 1024)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, BlocksOfDirectory * BlockSize);
        Capacity = capacity;
    }

    /// <summary>
    /// Raised before each change becomes durable, on the thread that makes it. Where a handler throws, the change does
    /// not happen and the exception goes to the caller: so a test cuts the power at a chosen operation.
    /// </summary>
    public event Action<FlashOperation>? Operating;

    /// <summary>Bytes.</summary>
    public int Capacity { get; private set; }

    /// <summary>Changes made so far.</summary>
    public long Operations
    {
        get
        {
            lock (_lock) return _operations;
        }
    }

    /// <summary>Bytes in use, in whole blocks, files that are being written included.</summary>
    public long Used
    {
        get
        {
            lock (_lock) return UsedBlocks(except: null) * (long)BlockSize;
        }
    }

    /// <summary>Opens a file at its beginning; makes it, empty and at once, where it is not there.</summary>
    /// <exception cref="FlashException">It is a directory, or its directory is not there.</exception>
    internal FlashFile Open(FlashPath path)
    {
        lock (_lock)
        {
            if (IsDirectory(path) || !IsDirectory(path.Parent)) throw new FlashException(FlashError.Io, path.ToString());
            if (!_entries.TryGetValue(path, out var content))
            {
                Operate(FlashOperationKind.Create, path);
                _entries[path] = content = [];
            }
            var file = new FlashFile(this, path, [.. content!]);
            _open.Add(file);
            return file;
        }
    }

    internal void Close(FlashFile file, byte[]? content)
    {
        lock (_lock)
        {
            if (!_open.Remove(file) || content is null) return;
            Operate(FlashOperationKind.Commit, file.Path);
            _entries[file.Path] = content;
        }
    }

    internal void RequireSpace(FlashFile file, long length)
    {
        lock (_lock)
        {
            if (length > Capacity || UsedBlocks(except: file) + Blocks((int)length) > Capacity / BlockSize) throw new FlashException(FlashError.Io, file.Path.ToString());
        }
    }

    /// <summary>What is at a path: null for nothing, otherwise whether it is a directory, and its size.</summary>
    internal (bool IsDirectory, int Size)? Find(FlashPath path)
    {
        lock (_lock)
        {
            if (path.IsRoot) return (true, 0);
            return _entries.TryGetValue(path, out var content) ? (content is null, content?.Length ?? 0) : null;
        }
    }

    /// <summary>What lies directly in a directory, sorted by name.</summary>
    internal IReadOnlyList<string> Children(FlashPath directory, bool directories)
    {
        lock (_lock)
        {
            return [.. _entries.Where(e => e.Key.Parent == directory && e.Value is null == directories).Select(e => e.Key.ToString()).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Makes a directory and those above it.</summary>
    internal void MakeDirectory(FlashPath path)
    {
        lock (_lock)
        {
            if (path.IsRoot || IsDirectory(path)) return;
            MakeDirectory(path.Parent);
            if (_entries.ContainsKey(path) || UsedBlocks(except: null) + BlocksOfDirectory > Capacity / BlockSize) throw new FlashException(FlashError.Io, path.ToString());
            Operate(FlashOperationKind.MakeDirectory, path);
            _entries[path] = null;
        }
    }

    /// <summary>Gives a file or a directory another path. An existing file is never replaced, a directory only by a directory where it is empty.</summary>
    internal void Rename(FlashPath from, FlashPath to)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(from, out var moved)) throw new FlashException(FlashError.FileNotFound, from.ToString());
            var replaced = _entries.TryGetValue(to, out var other);
            var refused = replaced && (moved is not null || other is not null || _entries.Keys.Any(p => p.IsBelow(to)));
            if (refused || to.IsRoot || to.IsBelow(from) || !IsDirectory(to.Parent)) throw new FlashException(FlashError.Io, to.ToString());
            Operate(FlashOperationKind.Rename, from);
            foreach (var path in _entries.Keys.Where(p => p == from || p.IsBelow(from)).ToList())
            {
                _entries.Remove(path, out var content);
                _entries[path.Moved(from, to)] = content;
            }
        }
    }

    /// <summary>Removes a file, or a directory. Each entry of a full directory is an operation of its own.</summary>
    internal void Remove(FlashPath path, bool recursive)
    {
        lock (_lock)
        {
            if (!_entries.ContainsKey(path)) throw new FlashException(FlashError.FileNotFound, path.ToString());
            var below = _entries.Keys.Where(p => p.Parent == path).OrderBy(p => p.ToString(), StringComparer.Ordinal).ToList();
            if (below.Count > 0 && !recursive) throw new FlashException(FlashError.DirectoryNotEmpty, path.ToString());
            foreach (var entry in below) Remove(entry, recursive);
            Operate(FlashOperationKind.Remove, path);
            _entries.Remove(path);
        }
    }

    private bool IsDirectory(FlashPath path) => path.IsRoot || _entries.TryGetValue(path, out var content) && content is null;

    private void Operate(FlashOperationKind kind, FlashPath path)
    {
        Operating?.Invoke(new(_operations + 1, kind, path.ToString()));
        _operations++;
    }

    private int UsedBlocks(FlashFile? except)
    {
        var durable = _entries.Values.Sum(content => content is null ? BlocksOfDirectory : Blocks(content.Length));
        return BlocksOfDirectory + durable + _open.Where(f => f != except).Sum(f => Blocks(f.PendingLength));
    }

    private static int Blocks(int length) => length <= InlineLimit ? 0 : (length + BlockSize - 1) / BlockSize;
}
