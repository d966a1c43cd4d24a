using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Board;

/// <summary>Reset and power as firmware and the outside world ask for them. The device that runs on the board carries them out.</summary>
public sealed class PowerSwitch
{
    private readonly ManualResetEventSlim _requested = new();

    /// <summary>What was asked for last and not yet carried out.</summary>
    internal PowerRequest Pending { get; private set; }

    internal WaitHandle Requested => _requested.WaitHandle;

    /// <summary>Firmware reboots: its calling thread ends here, the others end with the life.</summary>
    public void Reboot()
    {
        Request(PowerRequest.Reboot);
        Life.AwaitEnd();
    }

    internal void Request(PowerRequest request)
    {
        lock (_requested)
        {
            if (request > Pending) Pending = request;
            _requested.Set();
        }
    }

    internal PowerRequest Take()
    {
        lock (_requested)
        {
            var request = Pending;
            Pending = PowerRequest.None;
            _requested.Reset();
            return request;
        }
    }
}

/// <summary>Ordered: a request replaces a weaker one.</summary>
internal enum PowerRequest
{
    None,
    Reboot,
    DeepSleep,
    Off,
}
