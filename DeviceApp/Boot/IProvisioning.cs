using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Boot
{
    /// <summary>The way to a network that does not need the console: the device's own one, whose page takes it.</summary>
    public interface IProvisioning
    {
        /// <summary>Whether this boot has opened the device's own network.</summary>
        bool IsOpen { get; }

        /// <summary>Puts values that are being tried over the stored ones.</summary>
        void ApplyTo(DeviceSettings settings);

        /// <summary>What this boot is for, unless it is for the stored or typed network.</summary>
        /// <returns>Null where it is.</returns>
        IBootState Next(Device device);

        /// <summary>Opens the device's own network and reboots into it.</summary>
        /// <returns>False where it cannot be opened, with a word on the console: the device goes on as it is.</returns>
        bool Enter(Device device, string why);

        /// <summary>Notes that a server's certificate is good now: the clock will not be set back behind this.</summary>
        void NoteTime(Device device);
    }
}
