using SecureEsp.DeviceApp.Boot;

namespace SecureEsp.DeviceApp
{
    /// <summary>The firmware.</summary>
    public static class Program
    {
        /// <summary>Boots, and never returns.</summary>
        public static void Main()
        {
            var device = Composition.Device();
            device.Console.WriteLine("boot", Firmware.Name + " " + Firmware.Version);
            new BootMachine(device).Run(new SettingsState());
        }
    }
}
