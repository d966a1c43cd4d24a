namespace SecureEsp.VirtualDevice.Board;

/// <content>Files and directories by path.</content>
public sealed partial class Flash
{
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
            if (_entries.ContainsKey(path)) throw new FlashException(FlashError.Io, path.ToString());
            Put(FlashOperationKind.MakeDirectory, path, null);
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
            _durableBlocks = DurableBlocks();
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
            _durableBlocks = DurableBlocks();
        }
    }

    private bool IsDirectory(FlashPath path) => path.IsRoot || _entries.TryGetValue(path, out var content) && content is null;
}
