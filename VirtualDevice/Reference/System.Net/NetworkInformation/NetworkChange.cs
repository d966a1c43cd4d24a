using nanoFramework.Runtime.Events;

namespace System.Net.NetworkInformation
{
    /// <summary>An interface has got or lost its address; the sender is the interface's index.</summary>
    public delegate void NetworkAddressChangedEventHandler(object sender, EventArgs e);

    /// <summary>A link has come or gone; the sender is the interface's index.</summary>
    public delegate void NetworkAvailabilityChangedEventHandler(object sender, NetworkAvailabilityEventArgs e);

    /// <summary>A station has joined or left the device's access point.</summary>
    public delegate void NetworkAPStationChangedEventHandler(int NetworkIndex, NetworkAPStationEventArgs e);

    /// <summary>Events of the network interfaces, raised on the event thread.</summary>
    public static class NetworkChange
    {
        static NetworkChange()
        {
            var listener = new Listener();
            EventSink.AddEventProcessor(EventCategory.Network, listener);
            EventSink.AddEventListener(EventCategory.Network, listener);
        }

        public static event NetworkAddressChangedEventHandler NetworkAddressChanged;

        public static event NetworkAvailabilityChangedEventHandler NetworkAvailabilityChanged;

        public static event NetworkAPStationChangedEventHandler NetworkAPStationChanged;

        private static void Raise(NetworkEvent e)
        {
            bool flag = (e.Flags & NetworkEvent.Available) != 0;
            if (e.EventType == NetworkEvent.AvailabilityChanged)
            {
                NetworkAvailabilityChanged?.Invoke((int)e.Index, new NetworkAvailabilityEventArgs(flag));
            }
            else if (e.EventType == NetworkEvent.AddressChanged)
            {
                NetworkAddressChanged?.Invoke((int)e.Index, new EventArgs());
            }
            else if (e.EventType == NetworkEvent.APStationChanged)
            {
                NetworkAPStationChanged?.Invoke(e.Index, new NetworkAPStationEventArgs(flag, e.Data));
            }
        }

        private class NetworkEvent : BaseEvent
        {
            internal const byte AvailabilityChanged = 1;
            internal const byte AddressChanged = 2;
            internal const byte APStationChanged = 3;
            internal const byte Available = 1;

            internal byte EventType;
            internal byte Flags;
            internal ushort Index;
            internal ushort Data;
        }

        private class Listener : IEventListener, IEventProcessor
        {
            public void InitializeForEventSource()
            {
            }

            // data1: type in bits 0 to 7, flags in 16 to 23. data2: interface in bits 0 to 7, the rest above.
            public BaseEvent ProcessEvent(uint data1, uint data2, DateTime time)
            {
                var e = new NetworkEvent();
                e.EventType = (byte)data1;
                e.Flags = (byte)(data1 >> 16);
                e.Index = (byte)data2;
                e.Data = (ushort)(data2 >> 8);
                return e;
            }

            public bool OnEvent(BaseEvent ev)
            {
                var e = ev as NetworkEvent;
                if (e != null)
                {
                    Raise(e);
                }

                return true;
            }
        }
    }
}
