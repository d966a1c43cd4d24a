using System;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>The settings file.</summary>
    public interface ISettingsFile
    {
        /// <summary>Its path, for messages.</summary>
        string Path { get; }

        /// <summary>Its text; null where there is none, as after a flash that had to be formatted.</summary>
        /// <exception cref="Exception">It cannot be read, or is longer than <see cref="SettingsParser.MaxFileBytes"/>.</exception>
        string Read();

        /// <summary>Removes it: the stored record counts from then on.</summary>
        /// <exception cref="Exception">It is still there.</exception>
        void Remove();
    }
}
