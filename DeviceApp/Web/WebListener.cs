using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Accepts connections and keeps them until they have begun to speak TLS. A handshake stalls every thread of the CLR, so
    /// silent peers are waited for here, without a thread of their own; the oldest of them has to go when there are too many. Those
    /// that have spoken keep their turn: while all who wait have, nobody else is accepted.
    /// </summary>
    public sealed class WebListener
    {
        private const int SpeakLimitMs = 5000;
        private const int PlaceLimitMs = 15000;
        private const int LookMs = 250;
        private const int LookSoonMs = 10;
        private const int ReopenMs = 1000;

        private readonly int _port;
        private readonly WebPlaces _places;
        private readonly IClock _clock;
        private readonly LeveledConsole _console;
        private readonly Socket[] _waiting;
        private readonly long[] _since;
        private readonly bool[] _hasSpoken;
        private readonly byte[] _hello = new byte[ClientHello.HeaderLength];
        private int _crowd;
        private bool _told;

        /// <summary>Listens on <paramref name="port"/>.</summary>
        /// <param name="port">That.</param>
        /// <param name="mostWaiting">How many may wait for a place.</param>
        /// <param name="places">Where they are served.</param>
        /// <param name="clock">Measures how long they have waited.</param>
        /// <param name="console">Tells when it has begun, and why it has ended.</param>
        public WebListener(int port, int mostWaiting, WebPlaces places, IClock clock, LeveledConsole console)
        {
            _port = port;
            _waiting = new Socket[mostWaiting];
            _since = new long[mostWaiting];
            _hasSpoken = new bool[mostWaiting];
            _places = places;
            _clock = clock;
            _console = console;
        }

        /// <summary>Runs until all is over. Without a network it waits for one.</summary>
        public void Run()
        {
            while (!_places.HasEnded)
            {
                Socket listener = null;
                try
                {
                    listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                    listener.Bind(new IPEndPoint(IPAddress.Any, _port));
                    listener.Listen(_waiting.Length);
                    _console.WriteLine("web", "HTTP server started on [" + _port.ToString() + "] (SSL)");
                    _told = false;
                    Accept(listener);
                }
                catch (Exception e)
                {
                    Tell(e);
                }

                CloseAll(listener);
                if (!_places.HasEnded)
                {
                    Thread.Sleep(ReopenMs);
                }
            }
        }

        private void Accept(Socket listener)
        {
            while (!_places.HasEnded)
            {
                var count = LookAtWaiting();
                if (_crowd == _waiting.Length)
                {
                    Thread.Sleep(LookSoonMs);
                    continue;
                }

                if (listener.Poll((count > 0 ? LookSoonMs : LookMs) * 1000, SelectMode.SelectRead))
                {
                    // Room first: the board's sockets are counted, and an accepted one is one more.
                    Keep(MakeRoom(), listener.Accept());
                }
            }
        }

        private void Keep(int at, Socket socket)
        {
            _waiting[at] = socket;
            _since[at] = _clock.Milliseconds;
            _hasSpoken[at] = false;
        }

        // A free place to wait at, or that of the silent peer who has waited longest.
        private int MakeRoom()
        {
            var at = -1;
            for (var i = 0; i < _waiting.Length; i++)
            {
                if (_waiting[i] == null)
                {
                    return i;
                }

                if (!_hasSpoken[i] && (at < 0 || _since[i] < _since[at]))
                {
                    at = i;
                }
            }

            Drop(at);
            return at;
        }

        // How many wait, silent ones too. Those that have spoken are offered a place.
        private int LookAtWaiting()
        {
            var count = 0;
            _crowd = 0;
            for (var i = 0; i < _waiting.Length; i++)
            {
                if (_waiting[i] == null)
                {
                    continue;
                }

                var state = Look(_waiting[i]);
                if (state == ClientHello.Complete && _places.Offer(_waiting[i]))
                {
                    _waiting[i] = null;
                    continue;
                }

                var age = _clock.Milliseconds - _since[i];
                if (state == ClientHello.None || age > (state == ClientHello.Complete ? PlaceLimitMs : SpeakLimitMs))
                {
                    Drop(i);
                    continue;
                }

                count++;
                _hasSpoken[i] = state == ClientHello.Complete;
                _crowd += _hasSpoken[i] ? 1 : 0;
            }

            _places.TellCrowd(_crowd);
            return count;
        }

        private int Look(Socket socket)
        {
            try
            {
                if (!socket.Poll(0, SelectMode.SelectRead))
                {
                    return ClientHello.Incomplete;
                }

                var available = socket.Available;
                if (available == 0)
                {
                    return ClientHello.None;
                }

                var read = available < _hello.Length ? 0 : socket.Receive(_hello, 0, _hello.Length, SocketFlags.Peek);
                return ClientHello.Look(_hello, read, available);
            }
            catch (SocketException)
            {
                return ClientHello.None;
            }
        }

        private void Drop(int i)
        {
            if (_waiting[i] != null)
            {
                _waiting[i].Close();
                _waiting[i] = null;
            }
        }

        private void CloseAll(Socket listener)
        {
            for (var i = 0; i < _waiting.Length; i++)
            {
                Drop(i);
            }

            _places.TellCrowd(0);
            if (listener != null)
            {
                listener.Close();
            }
        }

        private void Tell(Exception e)
        {
            if (!_told)
            {
                _told = true;
                _console.Tell("web", "HTTP server stopped: " + Tls.ExceptionWords.Of(e).ToString());
            }
        }
    }
}
