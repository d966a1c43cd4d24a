using SecureEsp.DeviceApp.Http;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>
    /// Confirms the server before the device shows its own certificate, so that a fault of the one is not taken for a
    /// fault of the other. Its result is for people; the boot goes on either way.
    /// </summary>
    public sealed class ProbeState : IBootState
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "probe"; }
        }

        /// <inheritdoc/>
        public IBootState Run(Device device)
        {
            var settings = device.Settings;
            device.Console.WriteLine("probe", "GET " + settings.HttpsUrl + " without a client certificate, " + settings.TlsName);
            try
            {
                var status = device.Probe.Ask(settings.HttpsUrl);
                device.Console.WriteLine("probe", ProbeWords.Of(status));
            }
            catch (LinkException e)
            {
                device.Report("probe", "failed: " + e.Failure.ToString());
            }

            return new HttpsState();
        }
    }
}
