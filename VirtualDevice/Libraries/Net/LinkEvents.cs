using SecureEsp.VirtualDevice.Board;
using SecureEsp.VirtualDevice.Libraries.Events;
using SecureEsp.VirtualDevice.Runtime;

namespace SecureEsp.VirtualDevice.Libraries.Net;

/// <summary>Switches the radio on for one life, and posts what happens to the link to the firmware's event sink.</summary>
internal sealed class LinkEvents : IDisposable
{
    // Values of NetworkChange's event types and flags, and of the Wi-Fi driver's.
    private const byte AvailabilityChanged = 1, AddressChanged = 2, StationChanged = 3, ScanComplete = 1;
    private const ushort Available = 1;

    private readonly Radio _radio;
    private readonly EventQueue _queue;

    private LinkEvents(Life life)
    {
        _radio = life.Board.Radio;
        _queue = life.State<EventQueue>();
    }

    public static void Start(Life life)
    {
        var events = new LinkEvents(life);
        life.Own(events);
        events._radio.Changed += events.Post;
        events._radio.StationChanged += events.Post;
        events._radio.PowerOn();
    }

    public void Dispose()
    {
        _radio.Changed -= Post;
        _radio.StationChanged -= Post;
        _radio.PowerOff();
    }

    private void Post(int index, bool isThere) => _queue.Post(
        EventCategory.Network, StationChanged, isThere ? Available : (ushort)0, InterfaceSettings.OwnAccessPoint + ((uint)index << 8));

    private void Post(LinkChange change)
    {
        const uint station = InterfaceSettings.Station;
        switch (change)
        {
            case LinkChange.Up: _queue.Post(EventCategory.Network, AvailabilityChanged, Available, station); break;
            case LinkChange.Down: _queue.Post(EventCategory.Network, AvailabilityChanged, 0, station); break;
            case LinkChange.AddressChanged: _queue.Post(EventCategory.Network, AddressChanged, 0, station); break;
            case LinkChange.ScanComplete: _queue.Post(EventCategory.WiFi, ScanComplete, 0, station); break;
        }
    }
}
