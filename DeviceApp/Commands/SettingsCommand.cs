using SecureEsp.DeviceApp.Boot;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Commands
{
    /// <summary><c>settings</c>: those in use, in the form of the settings file, without the key's password.</summary>
    public sealed class SettingsCommand : ICommand
    {
        /// <inheritdoc/>
        public string Name
        {
            get { return "settings"; }
        }

        /// <inheritdoc/>
        public string Arguments
        {
            get { return ""; }
        }

        /// <inheritdoc/>
        public string Help
        {
            get { return "the settings in use"; }
        }

        /// <inheritdoc/>
        public void Run(string arguments, Device device)
        {
            for (var id = SettingFields.First; id <= SettingFields.Last; id++)
            {
                device.Console.Tell("settings", SettingFields.Key(id) + "=" + SettingFields.Shown(id, device.Settings));
            }
        }
    }
}
