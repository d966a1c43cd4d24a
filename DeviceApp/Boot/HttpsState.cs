using SecureEsp.DeviceApp.Http;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>
    /// Requests the protected resource with the device certificate and shows the response whole. Tries three times; a
    /// server that is away must not keep the device from its broker.
    /// </summary>
    public sealed class HttpsState : IBootState
    {
        private const int Attempts = 3;
        private const int FirstPauseMs = 1000;
        private const int LongestPauseMs = 10000;

        /// <inheritdoc/>
        public string Name
        {
            get { return "https"; }
        }

        /// <inheritdoc/>
        public IBootState Run(Device device)
        {
            var settings = device.Settings;
            var backoff = new Backoff(FirstPauseMs, LongestPauseMs, device.Random);
            while (true)
            {
                device.Console.WriteLine("https", "GET " + settings.HttpsUrl + " with the device certificate, " + settings.TlsName);
                var began = device.Clock.Milliseconds;
                var response = new ConsoleResponse(device.Console);
                var result = device.Https.Get(settings.HttpsPath, response);
                response.End();
                device.Console.Debug("https", "took " + (device.Clock.Milliseconds - began).ToString() + " ms");
                if (result.Failure == null)
                {
                    var words = "status " + result.Status.ToString() + ", " + result.BodyBytes.ToString() + " bytes";
                    device.Console.WriteLine("https", (result.Succeeded ? "done: " : "refused: ") + words);
                    break;
                }

                device.Report("https", "failed: " + result.Failure.ToString());
                if (backoff.Attempts == Attempts - 1)
                {
                    device.Console.Tell("https", "given up after " + Attempts.ToString() + " attempts");
                    break;
                }

                var pause = backoff.Next();
                device.Console.WriteLine("https", "again in " + Backoff.InWords(pause));
                Pause.For(device, pause);
                if (device.Keys.Pressed)
                {
                    break;
                }
            }

            // Each TLS connection holds tens of kilobytes of internal RAM; the broker's is next.
            device.Https.Close();
            return new MqttState();
        }
    }
}
