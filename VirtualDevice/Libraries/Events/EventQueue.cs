extern alias corelib;

using System.Collections.Concurrent;
using System.Reflection;
using SecureEsp.VirtualDevice.Runtime;
using DeviceDateTime = corelib::System.DateTime;

namespace SecureEsp.VirtualDevice.Libraries.Events;

/// <summary>
/// The events of one life on their way from native code to the firmware's EventSink, which handles them one after another
/// on a thread of the device. Any host thread may post.
/// </summary>
internal sealed class EventQueue : IDisposable
{
    private readonly BlockingCollection<Posted> _posted = [];
    private Life? _life;
    private object? _dispatcher;

    /// <summary>Posts an event. It is lost where nothing listens, as on the board.</summary>
    /// <param name="category">nanoFramework.Runtime.Events.EventCategory.</param>
    public void Post(byte category, byte subCategory, ushort data1, uint data2)
    {
        if (_dispatcher is null || _life is not { HasEnded: false } life) return;
        var posted = new Posted((uint)data1 << 16 | (uint)category << 8 | subCategory, data2, life.Board.Clock.UtcNow.Ticks);
        lock (_posted)
        {
            if (!_posted.IsAddingCompleted) _posted.Add(posted);
        }
    }

    /// <summary>Starts to hand events to a NativeEventDispatcher of the device.</summary>
    public void Connect(Life life, object dispatcher)
    {
        if (Interlocked.CompareExchange(ref _dispatcher, dispatcher, null) is not null) return;
        _life = life;
        life.StartThread("events", Dispatch);
    }

    public void Disconnect() => _dispatcher = null;

    public void Dispose()
    {
        lock (_posted) _posted.CompleteAdding();
    }

    private void Dispatch()
    {
        foreach (var posted in _posted.GetConsumingEnumerable())
        {
            if (_dispatcher is not { } dispatcher) return;
            Handle(dispatcher, posted);
        }
    }

    private void Handle(object dispatcher, Posted posted)
    {
        try
        {
            Fields.Get<Delegate?>(dispatcher, "threadSpawn")?.DynamicInvoke(posted.Data1, posted.Data2, new DeviceDateTime(posted.Ticks));
        }
        catch (TargetInvocationException e) when (e.InnerException is not DeviceStoppedException && _life is { HasEnded: false } life)
        {
            // A handler that throws ends the thread that the CLR made for this one event. The next one gets another.
            life.Report(new(DeviceEventKind.ThreadDied, FirmwareTrace.Of(e.InnerException!)));
        }
        catch (TargetInvocationException)
        {
            throw new DeviceStoppedException();
        }
    }

    private readonly record struct Posted(uint Data1, uint Data2, long Ticks);
}
