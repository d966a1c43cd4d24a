namespace SecureEsp.VirtualDevice.Runtime;

public sealed partial class Life
{
    private readonly ManualResetEventSlim _resumed = new(initialState: true);
    private Thread? _staller;

    /// <summary>
    /// Runs a native call that the board's CLR cannot leave before it is done: every other thread of the device stands
    /// still meanwhile, whatever time-outs it has set. It ends with the life all the same.
    /// </summary>
    internal void Stall(Action call)
    {
        while (Interlocked.CompareExchange(ref _staller, Thread.CurrentThread, null) is not null) Attend();
        _resumed.Reset();
        _attention = true;
        try
        {
            call();
        }
        finally
        {
            _attention = _ended;
            Volatile.Write(ref _staller, null);
            _resumed.Set();
        }
    }

    /// <summary>What a thread does that was told to look up: it ends with the life, or stands still.</summary>
    private void Attend()
    {
        if (_ended) throw new DeviceStoppedException();
        var staller = Volatile.Read(ref _staller);
        if (staller is null || staller == Thread.CurrentThread) return;
        try
        {
            _resumed.Wait(_stopping.Token);
        }
        catch (OperationCanceledException)
        {
            throw new DeviceStoppedException();
        }
    }
}
