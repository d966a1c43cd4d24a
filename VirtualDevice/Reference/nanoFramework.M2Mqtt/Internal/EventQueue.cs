using System.Collections;
using System.Threading;

namespace nanoFramework.M2Mqtt.Internal
{
    /// <summary>
    /// Events between the receiving thread and the thread that runs the application's handlers. It is bounded: where handlers
    /// are slower than the broker, receiving waits, and with it the broker.
    /// </summary>
    internal sealed class EventQueue
    {
        private const int Capacity = 1024;

        private readonly Queue _events = new Queue();
        private readonly AutoResetEvent _added = new AutoResetEvent(false);
        private readonly AutoResetEvent _taken = new AutoResetEvent(false);
        private bool _completed;

        /// <summary>Adds an event, waiting while the queue is full; drops it where the queue is completed.</summary>
        internal void Add(InternalEvent item)
        {
            while (true)
            {
                lock (_events)
                {
                    if (_completed)
                    {
                        _taken.Set();
                        return;
                    }

                    if (_events.Count < Capacity)
                    {
                        _events.Enqueue(item);
                        _added.Set();
                        return;
                    }
                }

                _taken.WaitOne();
            }
        }

        /// <summary>The next event, waiting for it; null once the queue is completed and empty.</summary>
        internal InternalEvent Take()
        {
            while (true)
            {
                lock (_events)
                {
                    if (_events.Count > 0)
                    {
                        InternalEvent item = (InternalEvent)_events.Dequeue();
                        _taken.Set();
                        return item;
                    }

                    if (_completed)
                    {
                        return null;
                    }
                }

                _added.WaitOne();
            }
        }

        /// <summary>Takes no more events; those already there are still handed out.</summary>
        internal void Complete()
        {
            lock (_events)
            {
                _completed = true;
                _added.Set();
                _taken.Set();
            }
        }

        internal void Discard()
        {
            lock (_events)
            {
                _events.Clear();
            }
        }
    }
}
