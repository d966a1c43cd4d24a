using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Events;

/// <summary>Host side of nanoFramework.Runtime.Events, EventSink: there is nothing to configure.</summary>
[Natives("nanoFramework.Runtime.Events", "nanoFramework.Runtime.Events.EventSink")]
internal static class EventSinkNatives
{
    public static void EventConfig(object self) => _ = Life.Current;
}
