using System;
using System.Collections;
using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Events
{
    /// <summary>Hands the events of the device's native code to those who listen: one listener, filter and processor per category.</summary>
    public class EventSink : NativeEventDispatcher
    {
        private static readonly ArrayList s_categories = new ArrayList();
        private static readonly EventSink s_sink = Connect();

        private EventSink()
            : base("EventSink", 0)
        {
        }

        /// <summary>Sets the listener of a category; it takes the place of the one before.</summary>
        public static void AddEventListener(EventCategory eventCategory, IEventListener eventListener)
        {
            lock (s_categories)
            {
                GetHandlers(eventCategory).Listener = eventListener;
            }

            eventListener.InitializeForEventSource();
        }

        /// <summary>Sets the filter of a category, which decides whether the listener is told.</summary>
        public static void AddEventFilter(EventCategory eventCategory, IEventListener eventFilter)
        {
            lock (s_categories)
            {
                GetHandlers(eventCategory).Filter = eventFilter;
            }

            eventFilter.InitializeForEventSource();
        }

        /// <summary>Sets what makes the events of a category.</summary>
        public static void AddEventProcessor(EventCategory eventCategory, IEventProcessor eventProcessor)
        {
            lock (s_categories)
            {
                GetHandlers(eventCategory).Processor = eventProcessor;
            }
        }

        /// <summary>Removes the listener if it is the present one.</summary>
        public static void RemoveEventListener(EventCategory eventCategory, IEventListener eventListener)
        {
            lock (s_categories)
            {
                Handlers handlers = GetHandlers(eventCategory);
                handlers.Listener = handlers.Listener == eventListener ? null : handlers.Listener;
            }
        }

        /// <summary>Removes the filter if it is the present one.</summary>
        public static void RemoveEventFilter(EventCategory eventCategory, IEventListener eventFilter)
        {
            lock (s_categories)
            {
                Handlers handlers = GetHandlers(eventCategory);
                handlers.Filter = handlers.Filter == eventFilter ? null : handlers.Filter;
            }
        }

        /// <summary>Removes the processor if it is the present one.</summary>
        public static void RemoveEventProcessor(EventCategory eventCategory, IEventProcessor eventProcessor)
        {
            lock (s_categories)
            {
                Handlers handlers = GetHandlers(eventCategory);
                handlers.Processor = handlers.Processor == eventProcessor ? null : handlers.Processor;
            }
        }

        /// <summary>Has an event handled on the calling thread.</summary>
        public static void PostManagedEvent(byte category, byte subCategory, ushort data1, uint data2)
        {
            s_sink.Dispatch(((uint)data1 << 16) | ((uint)category << 8) | subCategory, data2, DateTime.UtcNow);
        }

        private static EventSink Connect()
        {
            EventSink sink = new EventSink();
            sink.OnInterrupt += sink.Dispatch;
            return sink;
        }

        private static Handlers GetHandlers(EventCategory category)
        {
            foreach (Handlers known in s_categories)
            {
                if (known.Category == category)
                {
                    return known;
                }
            }

            Handlers handlers = new Handlers { Category = category };
            s_categories.Add(handlers);
            return handlers;
        }

        private static BaseEvent MakeEvent(IEventProcessor processor, uint data1, uint data2, DateTime time)
        {
            if (processor != null)
            {
                return processor.ProcessEvent(data1, data2, time);
            }

            return new GenericEvent
            {
                Category = (byte)(data1 >> 8),
                Message = (byte)data1,
                Data = data1 >> 16,
                Time = time,
            };
        }

        private void Dispatch(uint data1, uint data2, DateTime time)
        {
            IEventProcessor processor;
            IEventListener filter;
            IEventListener listener;
            lock (s_categories)
            {
                Handlers handlers = GetHandlers((EventCategory)(byte)(data1 >> 8));
                processor = handlers.Processor;
                filter = handlers.Filter;
                listener = handlers.Listener;
            }

            BaseEvent made = MakeEvent(processor, data1, data2, time);
            if (listener != null && (filter == null || filter.OnEvent(made)))
            {
                listener.OnEvent(made);
            }
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        private extern void EventConfig();

        private sealed class Handlers
        {
            public EventCategory Category;
            public IEventListener Listener;
            public IEventListener Filter;
            public IEventProcessor Processor;
        }
    }
}
