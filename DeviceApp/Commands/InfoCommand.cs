using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary><c>info</c>: what runs, for how long, and what the clock says.</summary>
    public sealed class InfoCommand : ICommand
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "info"; }
        }

        /// <inheritdoc/>
        public string Arguments
        {
            get { return ""; }
        }

        /// <inheritdoc/>
        public string Help
        {
            get { return "firmware, time since boot, clock, free heap"; }
        }

        /// <inheritdoc/>
        public void Run(string arguments, Device device)
        {
            var clock = device.Clock;
            device.Console.Tell("info", Firmware.Name + " " + Firmware.Version + ", device " + device.Settings.DeviceId);
            device.Console.Tell("info", "up " + (clock.Milliseconds / 1000).ToString() + " s, clock " + clock.UtcNow.ToString("yyyy-MM-dd HH:mm:ss") + " UTC");
            device.Console.Tell("info", "free heap " + device.Power.FreeHeap.ToString() + " bytes");
        }
    }
}
