using System.Collections;
using nanoFramework.Runtime.Events;

namespace System.Device.Gpio
{
    // Takes the native side's events to the open pins.
    internal class PinEvents : IEventProcessor, IEventListener
    {
        private readonly ArrayList _pins = new ArrayList();

        public PinEvents()
        {
            EventSink.AddEventProcessor(EventCategory.Gpio, this);
            EventSink.AddEventListener(EventCategory.Gpio, this);
        }

        public BaseEvent ProcessEvent(uint data1, uint data2, DateTime time)
        {
            return new Edge { PinNumber = (int)(data1 >> 16), Type = data2 == 0 ? PinEventTypes.Falling : PinEventTypes.Rising };
        }

        public void InitializeForEventSource()
        {
        }

        public bool OnEvent(BaseEvent ev)
        {
            Edge edge = (Edge)ev;
            GpioPin found = null;
            lock (_pins)
            {
                foreach (GpioPin pin in _pins)
                {
                    found = pin.PinNumber == edge.PinNumber ? pin : found;
                }
            }

            // Not under the lock: a handler may open or close pins.
            found?.OnChanged(edge.Type);
            return true;
        }

        public void Add(GpioPin pin)
        {
            lock (_pins)
            {
                _pins.Add(pin);
            }
        }

        public void Remove(GpioPin pin)
        {
            lock (_pins)
            {
                _pins.Remove(pin);
            }
        }

        private sealed class Edge : BaseEvent
        {
            public int PinNumber;
            public PinEventTypes Type;
        }
    }
}
