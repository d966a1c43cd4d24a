using System;
using System.Collections;
using nanoFramework.Runtime.Events;

namespace nanoFramework.Hardware.Esp32
{
    // Takes the native side's events to the timers.
    internal class HighResTimerEvents : IEventProcessor, IEventListener
    {
        private readonly ArrayList _timers = new ArrayList();

        public HighResTimerEvents()
        {
            EventSink.AddEventProcessor(EventCategory.HighResolutionTimer, this);
            EventSink.AddEventListener(EventCategory.HighResolutionTimer, this);
        }

        public BaseEvent ProcessEvent(uint data1, uint data2, DateTime time) => new Expired { Handle = (int)data2 };

        public void InitializeForEventSource()
        {
        }

        public bool OnEvent(BaseEvent ev)
        {
            int handle = ((Expired)ev).Handle;
            HighResTimer found = null;
            lock (_timers)
            {
                foreach (HighResTimer timer in _timers)
                {
                    found = timer._timerHandle == handle ? timer : found;
                }
            }

            found?.OnExpired();
            return true;
        }

        public void Add(HighResTimer timer)
        {
            lock (_timers)
            {
                _timers.Add(timer);
            }
        }

        public void Remove(HighResTimer timer)
        {
            lock (_timers)
            {
                _timers.Remove(timer);
            }
        }

        private sealed class Expired : BaseEvent
        {
            public int Handle;
        }
    }
}
