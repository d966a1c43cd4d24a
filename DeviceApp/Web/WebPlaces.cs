using System.Net.Sockets;
using System.Threading;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>The places at which connections are served, between the thread that accepts them and those that serve them.</summary>
    public sealed class WebPlaces
    {
        private const int LookMs = 250;

        private readonly object _lock = new object();
        private readonly AutoResetEvent _offered = new AutoResetEvent(false);
        private Socket _next;
        private int _free;
        private int _crowd;
        private bool _ended;

        /// <summary>Whether a place is to be given up: somebody waits, or all is over.</summary>
        public bool IsWanted
        {
            get
            {
                lock (_lock)
                {
                    return _ended || _crowd > 0;
                }
            }
        }

        /// <summary>Whether all is over.</summary>
        public bool HasEnded
        {
            get
            {
                lock (_lock)
                {
                    return _ended;
                }
            }
        }

        /// <summary>Tells how many wait for a place.</summary>
        public void TellCrowd(int count)
        {
            lock (_lock)
            {
                _crowd = count;
            }
        }

        /// <summary>Offers a connection.</summary>
        /// <returns>Whether a place was free; the connection is then no longer the caller's.</returns>
        public bool Offer(Socket socket)
        {
            lock (_lock)
            {
                if (_free == 0 || _next != null || _ended)
                {
                    return false;
                }

                _free--;
                _next = socket;
            }

            _offered.Set();
            return true;
        }

        /// <summary>Waits at a place for a connection. Whoever takes one calls again, or the place is lost.</summary>
        /// <returns>Null once all is over.</returns>
        public Socket Take()
        {
            lock (_lock)
            {
                _free++;
            }

            while (true)
            {
                lock (_lock)
                {
                    if (_next != null)
                    {
                        var taken = _next;
                        _next = null;
                        return taken;
                    }

                    if (_ended)
                    {
                        return null;
                    }
                }

                _offered.WaitOne(LookMs, false);
            }
        }

        /// <summary>Ends all: whoever serves a connection is asked to give it up.</summary>
        public void End()
        {
            lock (_lock)
            {
                _ended = true;
            }

            _offered.Set();
        }
    }
}
