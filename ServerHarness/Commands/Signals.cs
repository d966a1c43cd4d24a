namespace SecureEsp.ServerHarness.Commands;

internal static class Signals
{
    /// <summary>Completes, without an exception, when the token is cancelled.</summary>
    public static Task Signalled(this CancellationToken cancellation)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellation.Register(done.SetResult);
        return done.Task;
    }
}
