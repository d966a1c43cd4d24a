using System.Runtime.CompilerServices;
using SecureEsp.VirtualDevice.Runtime.Rewriting.Metering;

namespace SecureEsp.VirtualDevice.Runtime.Metering;

/// <summary>What metered code calls. All of it may be called by any number of threads at once.</summary>
internal static class Counters
{
    public const int PerMethod = 3;
    public const int Instructions = 0;
    public const int Calls = 1;
    public const int Bytes = 2;

    /// <summary>A basic block is about to run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Execute(long[] counters, int at, int instructions) => Interlocked.Add(ref counters[at + Instructions], instructions);

    /// <summary>A method was entered, or a member of mscorlib is about to be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Call(long[] counters, int at) => Interlocked.Increment(ref counters[at + Calls]);

    /// <summary>An object of known size is about to be made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Allocate(long[] counters, int at, int bytes) => Interlocked.Add(ref counters[at + Bytes], bytes);

    /// <summary>An array or a string was made.</summary>
    public static void Made(object? made, long[] counters, int at)
    {
        var bytes = made is string text ? HeapModel.SizeOfString(text) : made is Array array ? HeapModel.SizeOfArray(array) : 0;
        if (bytes == 0) return;
        Interlocked.Add(ref counters[at + Bytes], bytes);
        LiveHeap.Of(counters)?.Add(made!, bytes);
    }

    /// <summary>An object was made whose size was counted before.</summary>
    public static void Born(object born, long[] counters, int bytes) => LiveHeap.Of(counters)?.Add(born, bytes);
}
