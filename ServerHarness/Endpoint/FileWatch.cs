namespace SecureEsp.ServerHarness.Endpoint;

/// <summary>
/// Calls back soon after one of some files may have changed. The system's own notices make it quick; looking again at an interval
/// makes it sure, since notices do not come from network file systems, through links, or once their queue has run over.
/// </summary>
internal sealed class FileWatch : IDisposable
{
    // A certificate and its key are two files: what is written together is read together.
    private static readonly TimeSpan s_settle = TimeSpan.FromMilliseconds(250);

    private readonly TimeSpan _interval;
    private readonly Timer _timer;
    private readonly List<FileSystemWatcher> _watchers = [];

    /// <param name="interval">How often to look without notice; infinite only relies on notices.</param>
    /// <param name="changed">Decides itself whether something has changed. One call may still come after the end.</param>
    public FileWatch(IReadOnlyList<string> files, TimeSpan interval, Action changed)
    {
        _interval = interval;
        _timer = new(_ =>
        {
            // Before the call: a notice that comes during it must not be overwritten.
            Next(_interval);
            changed();
        });
        foreach (var folder in files.Select(f => Path.GetDirectoryName(Path.GetFullPath(f))!).Distinct().Where(Directory.Exists))
        {
            Watch(folder);
        }

        Next(interval);
    }

    public void Dispose()
    {
        _watchers.ForEach(w => w.Dispose());
        _timer.Dispose();
    }

    private void Watch(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder);
            watcher.Changed += (_, _) => Next(s_settle);
            watcher.Created += (_, _) => Next(s_settle);
            watcher.Deleted += (_, _) => Next(s_settle);
            watcher.Renamed += (_, _) => Next(s_settle);
            watcher.Error += (_, _) => Next(s_settle);
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (IOException)
        {
            // The system has no more watches to give (fs.inotify.max_user_instances): the interval is what remains.
        }
    }

    private void Next(TimeSpan after)
    {
        try
        {
            _timer.Change(after, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // A last notice, after the end.
        }
    }
}
