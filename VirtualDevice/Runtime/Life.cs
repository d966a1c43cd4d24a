using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Runtime.Metering;

namespace SecureEsp.VirtualDevice.Runtime;

/// <summary>
/// One boot of one device: its threads, its loaded assemblies and what its natives hold, from power-on or reset until
/// the next. Natives reach it through <see cref="Current"/>; when it ends, nothing of it goes on.
/// </summary>
public sealed partial class Life
{
    [ThreadStatic]
    private static Life? t_current;

    private readonly ConcurrentDictionary<Type, object> _states = new();
    private readonly HashSet<IDisposable> _owned = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private volatile bool _ended;

    // One flag for the woven polls: the life has ended, or a native holds all threads up.
    private volatile bool _attention;

    internal Life(VirtualBoard board, FirmwareImage image, Action<DeviceEvent> report)
    {
        Board = board;
        Threads = new DeviceThreads(this);
        Timers = new DeviceTimers(this);
        Report = report;
        Meter = image.IsMetered ? new Meter(image.HeapStep is { } step ? new LiveHeap(step) : null) : null;
        Context = new DeviceLoadContext(image, Meter);
    }

    /// <summary>The life that the calling device thread belongs to.</summary>
    /// <exception cref="DeviceStoppedException">It has ended, or the thread belongs to no device.</exception>
    public static Life Current
    {
        get
        {
            var life = t_current;
            if (life is null) throw new DeviceStoppedException();
            if (life._attention) life.Attend();
            return life;
        }
    }

    public VirtualBoard Board { get; }

    /// <summary>Cancelled when the life ends.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Time since this boot.</summary>
    public TimeSpan Uptime => Stopwatch.GetElapsedTime(_started);

    internal bool HasEnded => _ended;

    /// <summary>Whether the calling thread's life has ended.</summary>
    internal static bool IsOver => t_current is null or { _ended: true };

    internal DeviceThreads Threads { get; }
    internal DeviceTimers Timers { get; }
    internal DeviceLoadContext Context { get; }

    /// <summary>Null where the image is not metered.</summary>
    internal Meter? Meter { get; }
    internal Action<DeviceEvent> Report { get; }

    /// <summary>Host state of the natives, one per life; disposed with it where it can be.</summary>
    public T State<T>() where T : class, new() => (T)_states.GetOrAdd(typeof(T), static _ => new T());

    /// <summary>Has something disposed when the life ends, so that a thread blocked in it comes free.</summary>
    public void Own(IDisposable resource)
    {
        lock (_owned)
        {
            if (!_ended)
            {
                _owned.Add(resource);
                return;
            }
        }
        resource.Dispose();
        throw new DeviceStoppedException();
    }

    public void Disown(IDisposable resource)
    {
        lock (_owned) _owned.Remove(resource);
    }

    /// <summary>Starts a device thread for a native, an event dispatcher for example. It ends with the life.</summary>
    public void StartThread(string name, Action body)
    {
        var thread = Threads.Create(body);
        thread.Name = name;
        thread.Start();
    }

    internal static void Bind(Life? life) => t_current = life;

    /// <summary>Woven in before every backward branch and into every catch handler of firmware.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Poll()
    {
        if (t_current is { _attention: true } life) life.Attend();
    }

    /// <summary>Woven in at the start of methods: firmware without end in its recursion gets the board's exception, the host lives on.</summary>
    public static void CheckStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new OutOfMemoryException("the thread's stack is used up");
    }

    /// <summary>Ends the life: no thread of it runs afterwards.</summary>
    /// <returns>Names of threads that could not be ended within the limit; empty if all ended.</returns>
    internal IReadOnlyList<string> End(TimeSpan limit)
    {
        IDisposable[] owned;
        lock (_owned)
        {
            _ended = true;
            owned = [.. _owned];
            _owned.Clear();
        }
        lock (_stall) Alert();
        _stopping.Cancel();
        foreach (var resource in owned.Concat(_states.Values.OfType<IDisposable>())) resource.Dispose();
        var stuck = Threads.End(limit);
        Context.Unload();
        return stuck;
    }
}
