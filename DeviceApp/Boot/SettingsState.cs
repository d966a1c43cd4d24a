using System;
using SecureEsp.DeviceApp.Console;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>
    /// Reads the settings: those of the settings file while there is one, which are stored when they differ; else the
    /// stored ones; else defaults. Whatever is wrong with them, the device starts, with a remark.
    /// </summary>
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
            var settings = Settings(device);
            device.Provisioning?.ApplyTo(settings);
            device.Settings = settings;
            device.Services.AddTo(device);
            device.Console.WriteLine("settings", "this device is " + settings.DeviceId);
            return device.Provisioning?.Next(device) ?? Stored(device);
        }

        private static IBootState Stored(Device device)
        {
            if (device.Wifi.Load() == null)
            {
                return new WifiEntryState();
            }

            device.Console.WriteLine("wifi", "press a key within " + KeyWatch.Seconds.ToString() + " s to enter another network");
            device.Keys.Open();
            return new WifiJoinState();
        }

        private static DeviceSettings Settings(Device device)
        {
            var stored = device.Store.Load();
            for (var i = 0; i < device.Store.Remarks.Count; i++)
            {
                device.Console.WriteLine("settings", (string)device.Store.Remarks[i]);
            }

            var text = Read(device, stored == null ? "defaults are kept" : "those of " + device.Store.Name + " are used");
            if (text == null)
            {
                return stored ?? new DeviceSettings();
            }

            var settings = new DeviceSettings();
            var parser = new SettingsParser();
            parser.Apply(text, settings);
            for (var i = 0; i < parser.Problems.Count; i++)
            {
                device.Console.WriteLine("settings", (string)parser.Problems[i]);
            }

            device.Console.WriteLine("settings", parser.Taken.ToString() + " taken from " + device.SettingsFile.Path);
            if (parser.Problems.Count > 0)
            {
                device.Console.WriteLine("settings", "not stored, for the lines that were not taken");
            }
            else if (stored == null || !SettingsStore.AreSame(settings, stored))
            {
                Store(device, settings);
            }

            return settings;
        }

        private static void Store(Device device, DeviceSettings settings)
        {
            try
            {
                device.Store.Save(settings);
                device.Console.WriteLine("settings", "stored as " + device.Store.Name);
            }
            catch (Exception e)
            {
                device.Console.WriteLine("settings", "not stored: " + e.GetType().Name + ", " + e.Message);
            }
        }

        private static string Read(Device device, string instead)
        {
            try
            {
                var text = device.SettingsFile.Read();
                if (text == null)
                {
                    device.Console.WriteLine("settings", "no " + device.SettingsFile.Path + ", " + instead);
                }

                return text;
            }
            catch (Exception e)
            {
                device.Console.WriteLine("settings", device.SettingsFile.Path + " cannot be read, " + instead + ": " + e.Message);
                return null;
            }
        }
    }
}
