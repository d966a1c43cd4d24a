using System.Diagnostics;

namespace SecureEsp.ServerHarness.Broker;

/// <summary>Keeps a broker running, and what it reads up to date, until it is told to stop.</summary>
public sealed class BrokerSupervision(MosquittoBroker broker, RestartPolicy policy)
{
    private string? _lastRefusal;
    private int _attempts;
    private long _began = Stopwatch.GetTimestamp();

    /// <summary>Something happened: an event's name for programs, and what it is in words.</summary>
    public event Action<string, string>? Happened;

    /// <summary>Returns when it is cancelled, or when mosquitto ended in order because somebody else asked it to.</summary>
    /// <exception cref="HarnessException">It ended by itself more often than the policy allows.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var ended = broker.Ended;
            await Task.WhenAny(ended, Pause(policy.LookInterval, cancellation));
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            if (!ended.IsCompleted)
            {
                await Refresh(cancellation);
            }
            else if (await ended == 0)
            {
                // A Ctrl+C reaches mosquitto too, which then ends by itself with 0, perhaps before we are told.
                return;
            }
            else
            {
                await Recover(BrokerFailure.Crashed(await ended, broker.LastLines), cancellation);
            }
        }
    }

    private async Task Refresh(CancellationToken cancellation)
    {
        try
        {
            var refresh = await broker.RefreshAsync(cancellation);
            _lastRefusal = null;
            if (refresh != BrokerRefresh.Unchanged)
            {
                Happened?.Invoke(
                    refresh.ToString().ToLowerInvariant(),
                    refresh == BrokerRefresh.Reloaded ? "its files have changed" : "whom it trusts has changed; clients connect anew");
            }
        }
        catch (HarnessException e) when (broker.ProcessId is not null)
        {
            // Half of a renewal, perhaps: the old goes on, and one word about it is enough.
            if (e.Message != _lastRefusal)
            {
                Happened?.Invoke("kept", $"its files have changed but cannot be used: {e.Message}");
            }

            _lastRefusal = e.Message;
        }
        catch (HarnessException e)
        {
            await Recover(e, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Told to stop in the middle of a restart.
        }
    }

    private async Task Recover(HarnessException failure, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            if (Stopwatch.GetElapsedTime(_began) >= policy.GoodLife)
            {
                _attempts = 0;
            }

            if (++_attempts > policy.Limit)
            {
                throw failure;
            }

            var pause = policy.Pause(_attempts);
            Happened?.Invoke("crashed", $"{failure.Message}; again in {pause.TotalSeconds:0.##} s ({_attempts} of {policy.Limit})");
            await Pause(pause, cancellation);
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            _began = Stopwatch.GetTimestamp();
            try
            {
                await broker.StartAgainAsync(cancellation);
                Happened?.Invoke("restarted", $"process {broker.ProcessId}");
                return;
            }
            catch (HarnessException e)
            {
                failure = e;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static async Task Pause(TimeSpan time, CancellationToken cancellation) =>
        await Task.Delay(time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
