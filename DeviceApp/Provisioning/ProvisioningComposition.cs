using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>Puts the device's own network together.</summary>
    public static class ProvisioningComposition
    {
        private const string GivenPath = "I:\\presence.txt";

        /// <summary>What does not depend on the settings: they may depend on it.</summary>
        public static AccessPointMode Create(IClock clock, LeveledConsole console)
        {
            return new AccessPointMode
            {
                Radio = new BoardAccessPoint(),
                Store = new ProvisioningStore(new FlashRecordFile("I:\\presence-a.bin"), new FlashRecordFile("I:\\presence-b.bin")),
                Clock = new RtcClockSetter(),
                Button = new GpioButton(clock),
                Addresses = new DhcpServer(console, OwnNetwork.Address),
                Given = Given(console)
            };
        }

        /// <summary>Adds the page, which the settings give its certificate.</summary>
        public static void AddTo(Device device)
        {
            ((AccessPointMode)device.Provisioning).Page = new PageServer(device.Settings, device.Clock, device.Console);
        }

        // Secrets that were made, and printed on the label, before the device was. Without the file the device makes its own.
        private static Presence Given(LeveledConsole console)
        {
            var file = new KeyValueFile(new FlashRecordFile(GivenPath));
            for (var i = 0; i < file.Remarks.Count; i++)
            {
                console.Tell("ap", (string)file.Remarks[i]);
            }

            var given = Presence.Of(file);
            if (given == null && (file.Count > 0 || file.Remarks.Count > 0))
            {
                console.Tell("ap", GivenPath + " has no password and code, the device's own count");
            }

            return given;
        }
    }
}
