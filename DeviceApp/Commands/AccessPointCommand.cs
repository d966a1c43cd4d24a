using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary><c>ap</c>: opens the device's own network, in which its page takes another one.</summary>
    public sealed class AccessPointCommand : ICommand
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "ap"; }
        }

        /// <inheritdoc/>
        public string Arguments
        {
            get { return ""; }
        }

        /// <inheritdoc/>
        public string Help
        {
            get { return "reboots into the access point, to enter another network on its page"; }
        }

        /// <inheritdoc/>
        public void Run(string arguments, Device device)
        {
            if (device.Provisioning == null || device.Provisioning.IsOpen)
            {
                device.Console.Tell("ap", device.Provisioning == null ? "this device has none" : "it is open");
                return;
            }

            device.Provisioning.Enter(device, "asked for on the console");
        }
    }
}
