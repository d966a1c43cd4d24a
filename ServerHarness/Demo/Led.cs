using System.Globalization;
using SecureEsp.VirtualDevice.Board;

namespace SecureEsp.ServerHarness.Demo;

/// <summary>How an LED was seen to blink.</summary>
/// <param name="Changes">Changes of its level, one after the other.</param>
internal sealed record Led(IReadOnlyList<PinChange> Changes)
{
    /// <summary>The shortest time that it kept one level.</summary>
    public TimeSpan Shortest => Times().Min(t => t.Lasted);

    /// <summary>Watches a pin until its level has changed so often, from its next rise on.</summary>
    /// <exception cref="TimeoutException">It did not within the limit.</exception>
    public static async Task<Led> WatchAsync(GpioBank gpio, int pin, int changes, TimeSpan limit, CancellationToken cancellation)
    {
        var seen = new List<PinChange>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(PinChange change)
        {
            lock (seen)
            {
                if (change.Pin != pin || seen.Count == changes || (seen.Count == 0 && !change.High)) return;
                seen.Add(change);
                if (seen.Count == changes) enough.TrySetResult();
            }
        }

        gpio.PinChanged += Look;
        try
        {
            await enough.Task.WaitAsync(limit, cancellation);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"the LED did not change {changes} times within {limit.TotalSeconds:0} s", e);
        }
        finally
        {
            gpio.PinChanged -= Look;
        }

        return new(seen);
    }

    /// <summary>Such as "on 1.0 s, off 1.0 s".</summary>
    public override string ToString() =>
        string.Join(", ", Times().Select(t => string.Create(CultureInfo.InvariantCulture, $"{(t.High ? "on" : "off")} {t.Lasted.TotalSeconds:0.0} s")));

    private IEnumerable<(bool High, TimeSpan Lasted)> Times() => Changes.Zip(Changes.Skip(1), (from, to) => (from.High, to.At - from.At));
}
