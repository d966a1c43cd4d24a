using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>
    /// The commands of the console, for when the network is gone. Each is one word, which no SSID and password can be taken
    /// for. A line that is no command is never repeated: it may be a password.
    /// </summary>
    public static class EntryCommands
    {
        /// <summary>Carries out a command.</summary>
        /// <returns>False where the line is none.</returns>
        public static bool Run(string line, Device device)
        {
            switch (line)
            {
                case "help":
                    device.Console.WriteLine("help", "help: these lines");
                    device.Console.WriteLine("help", "info: firmware, time since boot, clock, free heap");
                    device.Console.WriteLine("help", "wifi: stored network and address");
                    device.Console.WriteLine("help", "settings: the settings in use");
                    device.Console.WriteLine("help", "reboot: starts the device anew");
                    return true;
                case "info":
                    Info(device);
                    return true;
                case "wifi":
                    Wifi(device);
                    return true;
                case "settings":
                    Settings(device);
                    return true;
                case "reboot":
                    device.Console.WriteLine("boot", "rebooting");
                    device.Power.Reboot();
                    return true;
                default:
                    return false;
            }
        }

        private static void Info(Device device)
        {
            device.Console.WriteLine("info", Firmware.Name + " " + Firmware.Version + ", device " + device.Settings.DeviceId);
            device.Console.WriteLine("info", "up " + (device.Clock.Milliseconds / 1000).ToString() + " s, clock " + device.Clock.UtcNow.ToString("yyyy-MM-dd HH:mm:ss") + " UTC");
            device.Console.WriteLine("info", "free heap " + device.Power.FreeHeap.ToString() + " bytes");
        }

        private static void Wifi(Device device)
        {
            var stored = device.Wifi.Load();
            device.Console.WriteLine("wifi", "stored network: " + (stored == null ? "none" : stored.Ssid));
            device.Console.WriteLine("wifi", "address: " + (device.Wifi.Address ?? "none"));
        }

        private static void Settings(Device device)
        {
            for (var id = SettingFields.First; id <= SettingFields.Last; id++)
            {
                device.Console.WriteLine("settings", SettingFields.Key(id) + "=" + SettingFields.Shown(id, device.Settings));
            }
        }
    }
}
