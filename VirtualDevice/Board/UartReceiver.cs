namespace SecureEsp.VirtualDevice.Board;

/// <summary>The receive buffer of an open serial port. What does not fit is lost. Thread-safe.</summary>
internal sealed class UartReceiver(int capacity) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ManualResetEvent _changed = new(false);
    private readonly List<byte> _bytes = new(capacity);
    private int _readers;

    /// <summary>Raised when bytes arrived that no reader waits for, with those that arrived.</summary>
    public event Action<byte[]>? Unread;

    public int Count
    {
        get
        {
            lock (_lock) return _bytes.Count;
        }
    }

    /// <returns>Number of bytes that were lost.</returns>
    public int Receive(ReadOnlySpan<byte> bytes)
    {
        bool unread;
        int kept;
        lock (_lock)
        {
            kept = Math.Min(bytes.Length, capacity - _bytes.Count);
            _bytes.AddRange(bytes[..kept]);
            unread = _readers == 0 && bytes.Length > 0;
            _changed.Set();
        }
        if (unread) Unread?.Invoke(bytes.ToArray());
        return bytes.Length - kept;
    }

    /// <summary>Takes the first bytes, once there are as many.</summary>
    /// <param name="wait">Waits for the handle it gets; false ends the waiting.</param>
    /// <returns>Null when the waiting ended first; then none is taken.</returns>
    public byte[]? Take(int count, Func<WaitHandle, bool> wait) => TakeOnce(() => _bytes.Count >= count ? (count, count) : null, wait);

    /// <summary>Takes what is there.</summary>
    public byte[] TakeAll()
    {
        lock (_lock)
        {
            var all = _bytes.ToArray();
            _bytes.Clear();
            return all;
        }
    }

    /// <summary>Takes a line and its end, and returns it without that.</summary>
    /// <param name="wait">Waits for the handle it gets; false ends the waiting.</param>
    /// <returns>Null when the waiting ended first.</returns>
    public byte[]? TakeLine(byte[] newLine, Func<WaitHandle, bool> wait) => TakeOnce(() => FindLine(newLine), wait);

    public void Dispose() => _changed.Dispose();

    private (int Kept, int Taken)? FindLine(byte[] newLine)
    {
        for (var end = 0; end <= _bytes.Count - newLine.Length; end++)
            if (newLine.AsSpan().SequenceEqual(_bytes.GetRange(end, newLine.Length).ToArray())) return (end, end + newLine.Length);
        return null;
    }

    private byte[]? TakeOnce(Func<(int Kept, int Taken)?> find, Func<WaitHandle, bool> wait)
    {
        lock (_lock) _readers++;
        try
        {
            do
            {
                lock (_lock)
                {
                    if (find() is var (kept, taken))
                    {
                        var result = _bytes.GetRange(0, kept).ToArray();
                        _bytes.RemoveRange(0, taken);
                        return result;
                    }
                    _changed.Reset();
                }
            }
            while (wait(_changed));
            return null;
        }
        finally
        {
            lock (_lock) _readers--;
        }
    }
}
