namespace SecureEsp.VirtualDevice.Runtime;

public sealed partial class Life
{
    private readonly object _stall = new();
    private Thread? _staller;

    /// <summary>
    /// Runs a native call that the board's CLR cannot leave before it is done: every other thread of the device stands
    /// still meanwhile, whatever time-outs it has set. It ends with the life all the same.
    /// </summary>
    internal void Stall(Action call)
    {
        lock (_stall)
        {
            StandStill();
            _staller = Thread.CurrentThread;
            Alert();
        }
        try
        {
            call();
        }
        finally
        {
            lock (_stall)
            {
                _staller = null;
                Alert();
            }
        }
    }

    /// <summary>What a thread does that was told to look up: it ends with the life, or stands still.</summary>
    private void Attend()
    {
        lock (_stall) StandStill();
    }

    /// <summary>With <see cref="_stall"/> held: waits until no other thread holds this one up.</summary>
    private void StandStill()
    {
        while (!_ended && _staller is { } staller && staller != Thread.CurrentThread) Monitor.Wait(_stall);
        if (_ended) throw new DeviceStoppedException();
    }

    /// <summary>With <see cref="_stall"/> held: what has changed is for every thread to see, the waiting ones too.</summary>
    private void Alert()
    {
        _attention = _ended || _staller is not null;
        Monitor.PulseAll(_stall);
    }
}
