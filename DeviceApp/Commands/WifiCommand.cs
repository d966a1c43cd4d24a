using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary><c>wifi</c>: the network, without its password.</summary>
    public sealed class WifiCommand : ICommand
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "wifi"; }
        }

        /// <inheritdoc/>
        public string Arguments
        {
            get { return ""; }
        }

        /// <inheritdoc/>
        public string Help
        {
            get { return "stored network and address"; }
        }

        /// <inheritdoc/>
        public void Run(string arguments, Device device)
        {
            var stored = device.Wifi.Load();
            device.Console.Tell("wifi", "stored network: " + (stored == null ? "none" : stored.Ssid));
            device.Console.Tell("wifi", "address: " + (device.Wifi.Address ?? "none"));
        }
    }
}
