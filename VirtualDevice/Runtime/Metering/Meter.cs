using System.Reflection;
using SecureEsp.VirtualDevice.Runtime.Rewriting.Metering;

namespace SecureEsp.VirtualDevice.Runtime.Metering;

/// <summary>
/// The counters of one life. Woven code adds to arrays that lie in a static field of each loaded assembly, so each life
/// has its own; this class holds the arrays and nothing of the device.
/// </summary>
/// <param name="heap">What is to watch the device's heap; null for nothing.</param>
internal sealed class Meter(LiveHeap? heap)
{
    private readonly Lock _lock = new();
    private readonly List<(string Assembly, MeteredNames Names, long[] Counters)> _attached = [];

    /// <summary>Gives a freshly loaded assembly its counters, before any of its code runs.</summary>
    public void Attach(Assembly assembly, MeteredNames names)
    {
        var counters = new long[names.Count * Counters.PerMethod];
        heap?.Attach(counters);
        assembly.GetType(CounterField.TypeName, throwOnError: true)!.GetField(CounterField.Name, BindingFlags.Static | BindingFlags.Public)!.SetValue(null, counters);
        lock (_lock) _attached.Add((assembly.GetName().Name!, names, counters));
    }

    public LiveHeap? Heap => heap;

    /// <summary>What has been counted so far. Threads may go on counting meanwhile.</summary>
    public MeterReading Read()
    {
        lock (_lock) return new(_attached.SelectMany(a => Read(a.Assembly, a.Names, a.Counters)).GroupBy(m => (m.Assembly, m.Name)).Select(Sum));
    }

    private static IEnumerable<MeteredMethod> Read(string assembly, MeteredNames names, long[] counters)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var at = i * Counters.PerMethod;
            var method = new MeteredMethod(names.IsOfCoreLibrary(i) ? "mscorlib" : assembly, names[i],
                Volatile.Read(ref counters[at + Counters.Instructions]), Volatile.Read(ref counters[at + Counters.Calls]), Volatile.Read(ref counters[at + Counters.Bytes]));
            if (method.Calls > 0 || method.Instructions > 0) yield return method;
        }
    }

    /// <summary>A member of mscorlib is counted in each assembly that calls it.</summary>
    private static MeteredMethod Sum(IEnumerable<MeteredMethod> same) => same.Aggregate((a, b) => a with
    {
        Instructions = a.Instructions + b.Instructions,
        Calls = a.Calls + b.Calls,
        AllocatedBytes = a.AllocatedBytes + b.AllocatedBytes,
    });
}
