using System;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Tls;
using SecureEsp.DeviceApp.Web;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>
    /// This device's own HTTPS server with nothing but the page: on port 443 for everybody in the network, under the device's certificate,
    /// and, where there is an operators' CA, on port 8443 for who shows a certificate of it. Such a certificate has dates: it counts once the
    /// clock is set.
    /// </summary>
    public sealed class PageServer : IPageServer
    {
        private const int Port = 443;
        private const int OperatorPort = 8443;

        // Of each: two servers with four would need more than the board's 16 sockets.
        private const int Places = 2;

        private readonly DeviceSettings _settings;
        private readonly IClock _clock;
        private readonly LeveledConsole _console;
        private readonly DeviceIdentity _identity;
        private WebServer _forAll;
        private WebServer _forOperators;

        /// <summary>As the settings say.</summary>
        public PageServer(DeviceSettings settings, IClock clock, LeveledConsole console)
        {
            _settings = settings;
            _clock = clock;
            _console = console;
            _identity = DeviceIdentity.OfServer(settings);
        }

        /// <inheritdoc/>
        public string Problem
        {
            get
            {
                var problem = new WebTls(Settings(Port, "")).Check();
                return problem == null ? null : problem.ToString();
            }
        }

        /// <inheritdoc/>
        public DateTime CertificateFrom
        {
            get { return _identity.Certificate.GetEffectiveDate(); }
        }

        /// <inheritdoc/>
        public DateTime CertificateUntil
        {
            get { return _identity.Certificate.GetExpirationDate(); }
        }

        /// <inheritdoc/>
        public void Start(IWebHandler handler)
        {
            var handlers = new[] { handler };
            _forAll = new WebServer(Settings(Port, ""), handlers, Places, _clock, _console);
            _forAll.Start();
            if (_settings.WebCaFile.Length > 0)
            {
                _forOperators = new WebServer(Settings(OperatorPort, _settings.WebCaFile), handlers, Places, _clock, _console);
                _forOperators.Start();
            }
        }

        /// <inheritdoc/>
        public void Stop()
        {
            _forAll?.Stop();
            _forOperators?.Stop();
            _forAll = _forOperators = null;
        }

        private DeviceSettings Settings(int port, string ca)
        {
            return new DeviceSettings
            {
                WebPort = port, WebCaFile = ca, WebCertificateFile = _settings.WebCertificateFile, WebKeyFile = _settings.WebKeyFile, Tls13 = _settings.Tls13
            };
        }
    }
}
