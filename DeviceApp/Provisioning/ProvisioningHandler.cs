using System;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Web;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>
    /// The page and its form. Everybody in the network may see the page; what it sends counts only with the code of this device, or over
    /// a connection on which an operator's certificate was verified. Forms of other sites do not get here (<see cref="OriginRule"/>).
    /// </summary>
    public sealed class ProvisioningHandler : IWebHandler
    {
        private const string Html = "text/html; charset=utf-8";
        private const string FormType = "application/x-www-form-urlencoded";

        private readonly object _lock = new object();
        private readonly Presence _presence;
        private readonly GuessLimit _guesses;
        private readonly DeviceSettings _settings;
        private readonly IClockSetter _clock;
        private readonly ClockWindow _window;
        private readonly LeveledConsole _console;
        private Trial _trial;

        /// <summary>For this device; <paramref name="lastProblem"/> is why the last values were not kept, or empty.</summary>
        public ProvisioningHandler(
            Presence presence, GuessLimit guesses, DeviceSettings settings, IClockSetter clock, ClockWindow window, LeveledConsole console, string lastProblem)
        {
            _presence = presence;
            _guesses = guesses;
            _settings = settings;
            _clock = clock;
            _window = window;
            _console = console;
            LastProblem = lastProblem;
        }

        /// <summary>What the page says is wrong.</summary>
        public string LastProblem { get; private set; }

        /// <summary>What was accepted and is to be tried; null for nothing yet.</summary>
        public Trial Trial
        {
            get
            {
                lock (_lock)
                {
                    return _trial;
                }
            }
        }

        /// <inheritdoc/>
        public bool Answer(WebRequest request, WebResponse response)
        {
            if (request.Path != "/" && request.Path != "/provision")
            {
                return false;
            }

            if (request.IsGet)
            {
                Show(response, 200, ProvisioningPage.Ask(_settings, LastProblem));
                return true;
            }

            if (request.Path == "/" || request.Method != "POST")
            {
                return false;
            }

            Take(request, response);
            return true;
        }

        private void Take(WebRequest request, WebResponse response)
        {
            var type = request.Header("Content-Type");
            if (type == null || (type != FormType && type.IndexOf(FormType + ";") != 0))
            {
                Refuse(response, 415, "this is no form");
                return;
            }

            var form = ProvisioningForm.Read(request.Body, request.BodyLength);
            if (form == null)
            {
                Refuse(response, 400, "this form is not understood");
                return;
            }

            var wait = request.PeerIsOperator ? 0 : _guesses.Try(_presence, form.Code);
            if (wait != 0)
            {
                // Told on the console, too: who stands there sees that somebody guesses.
                _console.Tell("ap", wait < 0 ? "a wrong setup code" : "too many wrong setup codes, none is taken for " + wait.ToString() + " s");
                if (wait > 0)
                {
                    response.AddHeader("Retry-After", wait.ToString());
                }

                Refuse(response, wait < 0 ? 403 : 429, wait < 0 ? "the setup code is wrong" : "too many wrong codes: wait " + wait.ToString() + " seconds");
                return;
            }

            var problem = form.Problem ?? (form.Time == 0 ? null : _window.Problem(form.Time));
            if (problem != null)
            {
                Refuse(response, 400, problem);
                return;
            }

            Accept(form);
            Show(response, 200, ProvisioningPage.Trying(_settings.DeviceId, form.Credentials.Ssid));
        }

        private void Accept(ProvisioningForm form)
        {
            if (form.Time != 0)
            {
                _clock.Set(UnixTime.Of(form.Time));
                _console.Tell("time", "clock set by the page: " + UnixTime.Of(form.Time).ToString("yyyy-MM-dd HH:mm:ss") + " UTC, until SNTP corrects it");
            }

            lock (_lock)
            {
                _trial = new Trial(form.Credentials, form.Settings, 0);
            }
        }

        private void Refuse(WebResponse response, int status, string why)
        {
            Show(response, status, ProvisioningPage.Ask(_settings, why));
        }

        private static void Show(WebResponse response, int status, string html)
        {
            response.AddHeader("Content-Security-Policy", ProvisioningPage.Policy);
            response.AddHeader("Cache-Control", "no-store");
            // With "no-referrer" browsers send the page's own form with the origin "null", which is another site's.
            response.AddHeader("Referrer-Policy", "same-origin");
            response.Text(status, Html, html);
        }
    }
}
