using System;

namespace nanoFramework.Runtime.Events
{
    /// <summary>Events of the firmware's own native code.</summary>
    public static class CustomEvent
    {
        static CustomEvent()
        {
            Listener listener = new Listener();
            EventSink.AddEventProcessor(EventCategory.Custom, listener);
            EventSink.AddEventListener(EventCategory.Custom, listener);
        }

        /// <summary>A custom event was posted.</summary>
        public static event CustomEventPostedEventHandler CustomEventPosted;

        private sealed class Posted : BaseEvent
        {
            public ushort Data1;
            public uint Data2;
        }

        private sealed class Listener : IEventListener, IEventProcessor
        {
            public void InitializeForEventSource()
            {
            }

            public BaseEvent ProcessEvent(uint data1, uint data2, DateTime time) => new Posted { Data1 = (ushort)(data1 >> 16), Data2 = data2 };

            public bool OnEvent(BaseEvent ev)
            {
                if (ev is Posted posted)
                {
                    CustomEventPosted?.Invoke(null, new CustomEventArgs(posted.Data1, posted.Data2));
                }

                return true;
            }
        }
    }
}
