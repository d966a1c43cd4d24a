using SecureEsp.DeviceApp.Time;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>Connects to the broker, with growing pauses, for as long as there is a network.</summary>
    public sealed class MqttState : IBootState
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "mqtt"; }
        }

        /// <inheritdoc/>
        public IBootState Run(Device device)
        {
            var settings = device.Settings;
            while (true)
            {
                if (device.Keys.Pressed)
                {
                    return new WifiEntryState();
                }

                if (device.Wifi.Address == null)
                {
                    device.Console.WriteLine("mqtt", "no network");
                    return new WifiJoinState();
                }

                var broker = settings.MqttHost + ":" + settings.MqttPort.ToString();
                device.Console.WriteLine("mqtt", "connecting to " + broker + " as " + settings.DeviceId + ", " + settings.TlsName);
                try
                {
                    var began = device.Clock.Milliseconds;
                    device.Session.Start();
                    device.Console.Debug("mqtt", "took " + (device.Clock.Milliseconds - began).ToString() + " ms");
                    return new RunState();
                }
                catch (LinkException e)
                {
                    var pause = device.SessionBackoff.Next();
                    device.Report("mqtt", "failed: " + e.Failure.ToString());
                    device.Console.WriteLine("mqtt", "again in " + Backoff.InWords(pause));
                    Pause.For(device, pause);
                }
            }
        }
    }
}
