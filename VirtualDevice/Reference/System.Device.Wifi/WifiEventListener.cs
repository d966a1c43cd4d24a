using System.Collections;
using nanoFramework.Runtime.Events;

namespace System.Device.Wifi
{
    /// <summary>Tells every adapter that a scan has ended.</summary>
    internal class WifiEventListener : IEventProcessor, IEventListener
    {
        private const byte ScanComplete = 1;

        private readonly ArrayList _adapters = new ArrayList();

        public WifiEventListener()
        {
            EventSink.AddEventProcessor(EventCategory.WiFi, this);
            EventSink.AddEventListener(EventCategory.WiFi, this);
        }

        public void InitializeForEventSource()
        {
        }

        public BaseEvent ProcessEvent(uint data1, uint data2, DateTime time) => (byte)data1 >= ScanComplete ? new WifiEvent() : null;

        public bool OnEvent(BaseEvent ev)
        {
            if (!(ev is WifiEvent))
            {
                return false;
            }

            foreach (object adapter in Snapshot())
            {
                ((WifiAdapter)adapter).OnScanComplete();
            }

            return true;
        }

        internal void Add(WifiAdapter adapter)
        {
            lock (_adapters)
            {
                _adapters.Add(adapter);
            }
        }

        internal void Remove(WifiAdapter adapter)
        {
            lock (_adapters)
            {
                _adapters.Remove(adapter);
            }
        }

        private object[] Snapshot()
        {
            lock (_adapters)
            {
                return _adapters.ToArray();
            }
        }

        private class WifiEvent : BaseEvent
        {
        }
    }
}
