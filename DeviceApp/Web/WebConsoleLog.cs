using System;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Tells on the console what callers did. What strangers can cause is told ten times in ten seconds at most: a serial line is
    /// slow, and whoever calls must not be able to keep the device busy with writing. At level debug all of it is told.
    /// </summary>
    public sealed class WebConsoleLog : IWebLog
    {
        private const int Most = 10;
        private const int SpanMs = 10000;

        private readonly object _lock = new object();
        private readonly LeveledConsole _console;
        private readonly IClock _clock;
        private long _since = -SpanMs;
        private int _told;
        private int _untold;

        /// <summary>Tells on <paramref name="console"/>.</summary>
        public WebConsoleLog(LeveledConsole console, IClock clock)
        {
            _console = console;
            _clock = clock;
        }

        /// <summary>A peer has finished its handshake.</summary>
        public void Connected()
        {
            _console.Debug("web", "connected");
        }

        /// <summary>A handshake failed.</summary>
        public void Handshake(HandshakeVerdict verdict)
        {
            TellSometimes("handshake failed: " + ClientVerdict.Words(verdict));
        }

        /// <inheritdoc/>
        public void Answered(string method, string path, int status, long bytes)
        {
            if (_console.Level == LogLevel.Debug)
            {
                _console.Debug("web", PrintableText.Of(method + " " + path) + " " + status.ToString() + " " + bytes.ToString());
            }
        }

        /// <inheritdoc/>
        public void Refused(int status, string why)
        {
            TellSometimes("request refused: " + status.ToString() + ", " + why);
        }

        /// <inheritdoc/>
        public void Failed(string path, Exception exception)
        {
            TellSometimes("failed at " + PrintableText.Of(path) + ": " + exception.GetType().Name);
        }

        private void TellSometimes(string text)
        {
            var untold = 0;
            lock (_lock)
            {
                var now = _clock.Milliseconds;
                if (now - _since >= SpanMs)
                {
                    untold = _untold;
                    _since = now;
                    _told = _untold = 0;
                }

                if (_told < Most)
                {
                    _told++;
                }
                else if (_console.Level != LogLevel.Debug)
                {
                    _untold++;
                    return;
                }
            }

            if (untold > 0)
            {
                _console.WriteLine("web", untold.ToString() + " more were not told");
            }

            _console.WriteLine("web", text);
        }
    }
}
