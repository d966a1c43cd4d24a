using System.Threading;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// This device's own HTTPS server: one thread that accepts, and one for each connection that is served at the same time. Of the
    /// board's 16 sockets it uses one to listen, one for each place, and as many again for those who wait.
    /// </summary>
    public sealed class WebServer : IWebServer, IWebClock
    {
        private const int EndLimitMs = 15000;

        private readonly DeviceSettings _settings;
        private readonly IWebHandler[] _handlers;
        private readonly IClock _clock;
        private readonly LeveledConsole _console;
        private readonly int _count;
        private WebPlaces _places;
        private Thread[] _threads;

        /// <summary>Serves what the handlers answer, as the settings say.</summary>
        /// <param name="settings">Those.</param>
        /// <param name="handlers">Asked in their order.</param>
        /// <param name="places">Connections that are served at the same time; as many more may wait.</param>
        /// <param name="clock">Measures their times.</param>
        /// <param name="console">Tells what callers did.</param>
        public WebServer(DeviceSettings settings, IWebHandler[] handlers, int places, IClock clock, LeveledConsole console)
        {
            _settings = settings;
            _handlers = handlers;
            _count = places;
            _clock = clock;
            _console = console;
        }

        /// <inheritdoc/>
        public long Milliseconds
        {
            get { return _clock.Milliseconds; }
        }

        /// <inheritdoc/>
        public void Start()
        {
            if (_places != null || _settings.WebPort == 0)
            {
                return;
            }

            var tls = new WebTls(_settings);
            var unusable = tls.Check();
            if (unusable != null)
            {
                _console.WriteLine("web", "HTTP server not started: " + unusable.ToString());
                return;
            }

            var places = new WebPlaces();
            var log = new WebConsoleLog(_console, _clock);
            _places = places;
            _threads = new Thread[_count + 1];
            for (var i = 0; i < _count; i++)
            {
                _threads[i] = new Thread(new WebWorker(places, tls, new WebSession(_handlers, this, log), log).Run);
            }

            _threads[_count] = new Thread(new WebListener(_settings.WebPort, _count, places, _clock, _console).Run);
            for (var i = 0; i < _threads.Length; i++)
            {
                _threads[i].Start();
            }
        }

        /// <inheritdoc/>
        public void Stop()
        {
            if (_places == null)
            {
                return;
            }

            _places.End();
            var deadline = new Deadline(_clock, EndLimitMs);
            for (var i = 0; i < _threads.Length; i++)
            {
                _threads[i].Join(deadline.Left + 1);
            }

            _places = null;
            _threads = null;
        }
    }
}
