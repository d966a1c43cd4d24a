using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.ServerHarness.Devices;

/// <summary>Watches a device from before it is switched on until there is nothing more to wait for.</summary>
internal sealed class RunWatch
{
    private readonly TaskCompletionSource<RunEnd> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<long>? _text;

    /// <param name="until">A text of the serial console; null waits for none.</param>
    public RunWatch(Device device, string? until)
    {
        device.Happened += happened =>
        {
            if (happened.Kind == DeviceEventKind.BootFailed) _failed.TrySetResult(RunEnd.BootFailed);
            if (happened is { Kind: DeviceEventKind.MainEnded, IsFailure: true }) _failed.TrySetResult(RunEnd.MainFailed);
        };
        _text = until is null ? null : device.Board.Uart0.WaitForAsync(until, Timeout.InfiniteTimeSpan, device.Board.Uart0.Position);
    }

    /// <param name="limit">Null for none.</param>
    /// <param name="cancellation">A signal.</param>
    public async Task<RunEnd> EndAsync(TimeSpan? limit, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (limit is { } time) over.CancelAfter(time);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = over.Token.Register(stopped.SetResult);
        await Task.WhenAny([stopped.Task, _failed.Task, .. _text is null ? Array.Empty<Task>() : [_text]]);
        if (_text is { IsCompletedSuccessfully: true }) return RunEnd.TextSeen;
        if (_failed.Task.IsCompleted) return await _failed.Task;
        if (cancellation.IsCancellationRequested) return RunEnd.Signal;
        return _text is null ? RunEnd.TimeOver : RunEnd.TextMissing;
    }
}
