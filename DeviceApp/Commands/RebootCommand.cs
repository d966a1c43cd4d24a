using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary><c>reboot</c>.</summary>
    public sealed class RebootCommand : ICommand
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "reboot"; }
        }

        /// <inheritdoc/>
        public string Arguments
        {
            get { return ""; }
        }

        /// <inheritdoc/>
        public string Help
        {
            get { return "starts the device anew"; }
        }

        /// <inheritdoc/>
        public void Run(string arguments, Device device)
        {
            device.Console.Tell("boot", "rebooting");
            device.Power.Reboot();
        }
    }
}
