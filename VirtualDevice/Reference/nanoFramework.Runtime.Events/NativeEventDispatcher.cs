using System;
using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Events
{
    /// <summary>Calls handlers on a thread of the device when a native driver posts an event.</summary>
    public class NativeEventDispatcher : IDisposable
    {
        /// <summary>What the native side calls: the handler, or what calls all of them.</summary>
        protected NativeEventHandler threadSpawn;

        /// <summary>All handlers.</summary>
        protected NativeEventHandler callbacks;

        /// <summary>Whether the dispatcher is disposed.</summary>
        protected bool disposed;

        /// <summary>Connects to a native driver.</summary>
        /// <param name="driverName">The driver; "EventSink" on every device.</param>
        /// <param name="driverData">Passed to the driver.</param>
        /// <exception cref="ArgumentException">There is no such driver.</exception>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public extern NativeEventDispatcher(string driverName, ulong driverData);

        /// <summary>Disconnects from the driver.</summary>
        ~NativeEventDispatcher()
        {
            Dispose(false);
        }

        /// <summary>Called for each event.</summary>
        /// <exception cref="ObjectDisposedException">The dispatcher is disposed.</exception>
        public event NativeEventHandler OnInterrupt
        {
            add
            {
                lock (this)
                {
                    EnsureNotDisposed();
                    bool first = callbacks == null;
                    callbacks = (NativeEventHandler)Delegate.Combine(callbacks, value);
                    threadSpawn = CallAll;
                    if (first && callbacks != null)
                    {
                        EnableInterrupt();
                    }
                }
            }

            remove
            {
                lock (this)
                {
                    EnsureNotDisposed();
                    bool had = callbacks != null;
                    callbacks = (NativeEventHandler)Delegate.Remove(callbacks, value);
                    if (had && callbacks == null)
                    {
                        DisableInterrupt();
                    }
                }
            }
        }

        /// <summary>Lets the driver post.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public virtual extern void EnableInterrupt();

        /// <summary>Stops the driver from posting.</summary>
        [MethodImpl(MethodImplOptions.InternalCall)]
        public virtual extern void DisableInterrupt();

        /// <summary>Disconnects from the driver.</summary>
        public void Dispose()
        {
            lock (this)
            {
                if (!disposed)
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                    disposed = true;
                }
            }
        }

        /// <summary>Disconnects from the driver.</summary>
        /// <param name="disposing">False when called from the finalizer.</param>
        [MethodImpl(MethodImplOptions.InternalCall)]
        protected virtual extern void Dispose(bool disposing);

        private void CallAll(uint data1, uint data2, DateTime time)
        {
            callbacks?.Invoke(data1, data2, time);
        }

        private void EnsureNotDisposed()
        {
            if (disposed)
            {
                throw new ObjectDisposedException();
            }
        }
    }
}
