using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary><c>wifi change</c>: leads to the question for the network, as a key soon after boot does.</summary>
    public sealed class WifiChangeCommand : ICommand
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "wifi change"; }
        }

        /// <inheritdoc/>
        public string Arguments
        {
            get { return ""; }
        }

        /// <inheritdoc/>
        public string Help
        {
            get { return "asks for another network"; }
        }

        /// <inheritdoc/>
        public void Run(string arguments, Device device)
        {
            device.Keys.Press();
            device.Console.Tell("wifi", "another network will be asked for");
        }
    }
}
