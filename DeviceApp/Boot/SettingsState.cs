using System;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>Reads the settings. Whatever is wrong with them, the device starts: with defaults, and with a remark.</summary>
    public sealed class SettingsState : IBootState
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "settings"; }
        }

        /// <inheritdoc/>
        public IBootState Run(Device device)
        {
            var settings = new DeviceSettings();
            var text = Read(device);
            if (text != null)
            {
                var parser = new SettingsParser();
                parser.Apply(text, settings);
                for (var i = 0; i < parser.Problems.Count; i++)
                {
                    device.Console.WriteLine("settings", (string)parser.Problems[i]);
                }

                device.Console.WriteLine("settings", parser.Taken.ToString() + " taken from " + device.SettingsFile.Path);
            }

            device.Settings = settings;
            device.Services.AddTo(device);
            device.Console.WriteLine("settings", "this device is " + settings.DeviceId);
            if (device.Wifi.Load() == null)
            {
                return new WifiEntryState();
            }

            device.Console.WriteLine("wifi", "press a key within " + KeyWatch.Seconds.ToString() + " s to enter another network");
            device.Keys.Open();
            return new WifiJoinState();
        }

        private static string Read(Device device)
        {
            try
            {
                var text = device.SettingsFile.Read();
                if (text == null)
                {
                    device.Console.WriteLine("settings", "no " + device.SettingsFile.Path + ", defaults are kept");
                }

                return text;
            }
            catch (Exception e)
            {
                device.Console.WriteLine("settings", device.SettingsFile.Path + " cannot be read, defaults are kept: " + e.Message);
                return null;
            }
        }
    }
}
