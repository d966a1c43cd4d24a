using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Events;

/// <summary>Host side of nanoFramework.Runtime.Events, NativeEventDispatcher. The firmware image knows one driver: EventSink.</summary>
[Natives("nanoFramework.Runtime.Events", "nanoFramework.Runtime.Events.NativeEventDispatcher")]
internal static class NativeEventDispatcherNatives
{
    public static void _ctor(object self, string driverName, ulong driverData)
    {
        if (driverName != "EventSink") throw new ArgumentException();
    }

    public static void EnableInterrupt(object self) => Life.Current.State<EventQueue>().Connect(Life.Current, self);

    public static void DisableInterrupt(object self) => Life.Current.State<EventQueue>().Disconnect();

    public static void Dispose(object self, bool disposing) => Life.Current.State<EventQueue>().Disconnect();
}
