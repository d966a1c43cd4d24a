using System;
using System.Text;
using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>Puts the device's own network together.</summary>
    public static class ProvisioningComposition
    {
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

        private static Presence Given(LeveledConsole console)
        {
            try
            {
                var bytes = FlashFile.Read(PresenceFile.Path, PresenceFile.MaxBytes);
                if (bytes == null)
                {
                    return null;
                }

                var given = bytes.Length == 0 ? null : PresenceFile.Parse(Encoding.UTF8.GetString(bytes, 0, bytes.Length));
                if (given == null)
                {
                    console.Tell("ap", PresenceFile.Path + " has no password and code, the device's own count");
                }

                return given;
            }
            catch (Exception e)
            {
                console.Tell("ap", PresenceFile.Path + " cannot be read, the device's own secrets count: " + e.Message);
                return null;
            }
        }
    }
}
