using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.VirtualDevice.Libraries.FileSystem;

/// <summary>The files that one life has open. What it did not close is lost with it.</summary>
internal sealed class OpenFlashFiles : IDisposable
{
    private readonly HashSet<FlashFile> _files = [];
    private bool _ended;

    public void Add(FlashFile file)
    {
        lock (_files)
        {
            if (_ended) file.Abandon();
            else _files.Add(file);
        }
    }

    public void Remove(FlashFile file)
    {
        lock (_files) _files.Remove(file);
    }

    public void Dispose()
    {
        lock (_files)
        {
            _ended = true;
            foreach (var file in _files) file.Abandon();
            _files.Clear();
        }
    }
}
