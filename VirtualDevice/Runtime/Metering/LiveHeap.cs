using System.Runtime.CompilerServices;

namespace SecureEsp.VirtualDevice.Runtime.Metering;

/// <summary>
/// How much of the device's heap is in use, by the heap model of the meter: what has been made and has not been collected. Looked at each
/// time that so many bytes were made, by a whole collection of the desktop's heap, so a peak between two looks is missed by at most that much.
/// The .NET code may keep an object until its method ends that a board's interpreter keeps likewise: an upper bound.
/// </summary>
public sealed class LiveHeap
{
    private static readonly ConditionalWeakTable<long[], LiveHeap> s_heaps = [];
    private static volatile bool s_any;

    private readonly Lock _lock = new();
    private readonly int _step;
    private List<(WeakReference<object> Object, int Bytes)> _made = [];
    private int _sinceLook;
    private long _peak;

    /// <param name="step">Bytes that are made between two looks; at least 1.</param>
    internal LiveHeap(int step) => _step = step;

    /// <summary>Looks now.</summary>
    /// <returns>Bytes in use.</returns>
    public long Look()
    {
        lock (_lock) return LookLocked();
    }

    /// <summary>The most that was in use at any look since the last call, this one included.</summary>
    public long TakePeak()
    {
        lock (_lock)
        {
            var peak = Math.Max(_peak, LookLocked());
            _peak = 0;
            return peak;
        }
    }

    /// <summary>The heap of the life whose counters these are; null where nobody watches it.</summary>
    internal static LiveHeap? Of(long[] counters) => s_any && s_heaps.TryGetValue(counters, out var heap) ? heap : null;

    internal void Attach(long[] counters)
    {
        s_heaps.Add(counters, this);
        s_any = true;
    }

    internal void Add(object made, int bytes)
    {
        lock (_lock)
        {
            _made.Add((new(made), bytes));
            if ((_sinceLook += bytes) >= _step) LookLocked();
        }
    }

    private long LookLocked()
    {
        GC.Collect();
        _sinceLook = 0;
        _made = [.. _made.Where(m => m.Object.TryGetTarget(out _))];
        var live = _made.Sum(m => (long)m.Bytes);
        _peak = Math.Max(_peak, live);
        return live;
    }
}
