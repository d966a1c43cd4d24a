namespace SecureEsp.ServerHarness.Tests.Support;

/// <summary>Calls once when a folder has seen a number of changes to its files.</summary>
public sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private int _left;

    public FolderWatch(string folder, int changes, Action reached)
    {
        _left = changes;
        _watcher = new(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite };
        void Count()
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                reached();
            }
        }

        _watcher.Created += (_, _) => Count();
        _watcher.Changed += (_, _) => Count();
        _watcher.Renamed += (_, _) => Count();
        _watcher.Deleted += (_, _) => Count();
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => _watcher.Dispose();
}
