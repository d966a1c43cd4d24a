using System.Runtime.InteropServices;

namespace SecureEsp.ServerHarness.Commands;

/// <summary>
/// SIGINT and SIGTERM, heard before a command begins: the first asks it to end in order, the second ends the process in the
/// system's own way, and so does a command that is still there after the limit.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private const int InterruptedExitCode = 130;
    private const int TerminatedExitCode = 143;

    // Longer than any part of ours takes to stop in order.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _stop;
    private readonly TaskCompletionSource<int> _late = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals(CancellationToken outer)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(outer);
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear)];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>The command's exit code, or that of a process which a signal has ended where the command does not end.</summary>
    public async Task<int> LimitAsync(Task<int> command) => await await Task.WhenAny(command, _late.Task);

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void Hear(PosixSignalContext context)
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        _ = EndLate(context.Signal == PosixSignal.SIGINT ? InterruptedExitCode : TerminatedExitCode);
        _stop.Cancel();
    }

    private async Task EndLate(int exitCode)
    {
        await Task.Delay(s_limit);
        _late.TrySetResult(exitCode);
    }
}
