using System.Collections;
using nanoFramework.Runtime.Events;

namespace System.IO.Ports
{
    // Takes the native side's events to the open ports.
    internal class SerialEvents : IEventProcessor, IEventListener
    {
        private readonly ArrayList _open = new ArrayList();

        public SerialEvents()
        {
            EventSink.AddEventProcessor(EventCategory.SerialDevice, this);
            EventSink.AddEventListener(EventCategory.SerialDevice, this);
        }

        public BaseEvent ProcessEvent(uint data1, uint data2, DateTime time)
        {
            return new Received { PortIndex = (int)(data1 >> 16), Data = (SerialData)data2 };
        }

        public void InitializeForEventSource()
        {
        }

        public bool OnEvent(BaseEvent ev)
        {
            Received received = (Received)ev;
            SerialPort port = null;
            lock (_open)
            {
                foreach (SerialPort open in _open)
                {
                    port = open._portIndex == received.PortIndex ? open : port;
                }
            }

            // Not under the lock: a handler may open or close ports.
            port?.OnReceived(received.Data);
            return true;
        }

        public void Add(SerialPort port)
        {
            lock (_open)
            {
                _open.Add(port);
            }
        }

        public void Remove(SerialPort port)
        {
            lock (_open)
            {
                _open.Remove(port);
            }
        }

        private sealed class Received : BaseEvent
        {
            public int PortIndex;
            public SerialData Data;
        }
    }
}
