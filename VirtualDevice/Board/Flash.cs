using System.Text;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>
/// Drive I:, the flash partition that keeps files over power cuts, with the rules of littlefs: each change is atomic, the
/// content of a file becomes durable when it is closed and not before, new content takes new blocks of 4096 bytes while
/// the old ones stay, and nothing is replaced by a move. Thread-safe.
/// </summary>
public sealed partial class Flash
{
    private const int MinimumBlocks = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<FlashPath, byte[]?> _entries = [];
    private readonly HashSet<FlashFile> _open = [];
    private long _operations;
    private int _durableBlocks;

    /// <param name="capacity">Size of the partition in bytes, in whole blocks of 4096; see <see cref="OfChip"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 16 KB.</exception>
    public Flash(int capacity = 2 * 1024 * 1024)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, MinimumBlocks * FlashLayout.BlockSize);
        Capacity = capacity;
        _durableBlocks = DurableBlocks();
    }

    /// <summary>
    /// Raised before each change becomes durable, on the thread that makes it. Where a handler throws, the change does
    /// not happen and the exception goes to the caller: so a test cuts the power at a chosen operation.
    /// </summary>
    public event Action<FlashOperation>? Operating;

    /// <summary>Bytes.</summary>
    public int Capacity { get; }

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
            lock (_lock) return (_durableBlocks + PendingBlocks(except: null)) * (long)FlashLayout.BlockSize;
        }
    }

    /// <summary>An empty drive I: of a board, by the size of its flash chip (partitions_nanoclr_*.csv of the ESP32-S3, partition "config").</summary>
    /// <param name="megabytes">4, 8, 16 or 32: the drive has 256 KB, 2, 3 or 8 MB.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no image for such a chip.</exception>
    public static Flash OfChip(int megabytes) => new(megabytes switch
    {
        4 => 256 * 1024,
        8 => 2 * 1024 * 1024,
        16 => 3 * 1024 * 1024,
        32 => 8 * 1024 * 1024,
        _ => throw new ArgumentOutOfRangeException(nameof(megabytes), megabytes, "4, 8, 16 or 32"),
    });

    /// <summary>Opens a file at its beginning; makes it, empty and at once, where it is not there.</summary>
    /// <exception cref="FlashException">It is a directory, its directory is not there, or there is no room for its entry.</exception>
    internal FlashFile Open(FlashPath path)
    {
        lock (_lock)
        {
            if (IsDirectory(path) || !IsDirectory(path.Parent)) throw new FlashException(FlashError.Io, path.ToString());
            if (!_entries.TryGetValue(path, out var content)) Put(FlashOperationKind.Create, path, content = []);
            var file = new FlashFile(this, path, [.. content!]);
            _open.Add(file);
            return file;
        }
    }

    /// <summary>Ends what <see cref="Open"/> began: new content becomes durable in one step.</summary>
    /// <param name="file">Open or, then without effect, closed.</param>
    /// <param name="content">Null leaves the file as it is on the flash.</param>
    /// <exception cref="FlashException">Small content lies in the directory, and the directory would outgrow the flash: the old content stays.</exception>
    internal void Close(FlashFile file, byte[]? content)
    {
        lock (_lock)
        {
            if (_open.Remove(file) && content is not null) Put(FlashOperationKind.Commit, file.Path, content);
        }
    }

    /// <exception cref="FlashException">The blocks that a file would newly take are not free: those of its old content are not before it is closed.</exception>
    internal void RequireSpace(FlashFile file, int newBlocks)
    {
        lock (_lock)
        {
            if (_durableBlocks + PendingBlocks(except: file) + newBlocks > Capacity / FlashLayout.BlockSize) throw new FlashException(FlashError.Io, file.Path.ToString());
        }
    }

    /// <summary>Sets what is at a path, durably: null for a directory.</summary>
    private void Put(FlashOperationKind kind, FlashPath path, byte[]? content)
    {
        if (DurableBlocks(path, content) + PendingBlocks(except: null) > Capacity / FlashLayout.BlockSize) throw new FlashException(FlashError.Io, path.ToString());
        Operate(kind, path);
        _entries[path] = content;
        _durableBlocks = DurableBlocks();
    }

    private void Operate(FlashOperationKind kind, FlashPath path)
    {
        RequirePower();
        Operating?.Invoke(new(_operations + 1, kind, path.ToString()));
        _operations++;
    }

    private int PendingBlocks(FlashFile? except) => _open.Where(f => f != except).Sum(f => f.PendingBlocks);

    /// <summary>Blocks of all that is durable.</summary>
    /// <param name="changed">A path that is counted as if it had other content.</param>
    private int DurableBlocks(FlashPath? changed = null, byte[]? content = null)
    {
        var entries = changed is { } path ? _entries.Where(e => e.Key != path).Append(new(path, content)) : _entries;
        var directories = entries.Where(e => e.Value is null).ToDictionary(e => e.Key, _ => new List<int>());
        directories.Add(FlashPath.Root, [FlashLayout.RootEntry]);
        var blocks = 0;
        foreach (var (place, bytes) in entries.OrderBy(e => e.Key.ToString(), StringComparer.Ordinal))
        {
            var name = Encoding.UTF8.GetByteCount(place.Name);
            directories[place.Parent].Add(bytes is null ? FlashLayout.DirectoryEntry(name) : FlashLayout.FileEntry(name, bytes.Length));
            if (bytes is not null) blocks += FlashLayout.ContentBlocks(bytes.Length);
        }
        return blocks + directories.Values.Sum(FlashLayout.DirectoryBlocks);
    }
}
