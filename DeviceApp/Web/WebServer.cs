using System.Threading;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// This device's own HTTPS server: one thread that accepts, and one for each connection that is served at the same time. Of the
    /// board's 16 sockets it uses 1 + 4 + 4 at most.
    /// </summary>
    public sealed class WebServer : IWebServer, IWebClock
    {
        /// <summary>Connections that are served at the same time.</summary>
        public const int Places = 4;

        private const int EndLimitMs = 15000;

        private readonly DeviceSettings _settings;
        private readonly IWebHandler[] _handlers;
        private readonly IClock _clock;
        private readonly LeveledConsole _console;
        private WebPlaces _places;
        private Thread[] _threads;

        /// <summary>Serves what the handlers answer, as the settings say.</summary>
        public WebServer(DeviceSettings settings, IWebHandler[] handlers, IClock clock, LeveledConsole console)
        {
            _settings = settings;
            _handlers = handlers;
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
            _threads = new Thread[Places + 1];
            for (var i = 0; i < Places; i++)
            {
                _threads[i] = new Thread(new WebWorker(places, tls, new WebSession(_handlers, this, log), log).Run);
            }

            _threads[Places] = new Thread(new WebListener(_settings.WebPort, places, _clock, _console).Run);
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
