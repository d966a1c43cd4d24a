using System;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>The device's settings, in a fixed order.</summary>
    public interface IRpcSettings
    {
        /// <summary>How many there are.</summary>
        int Count { get; }

        /// <summary>A setting's key, as in <c>mqtt.host</c>.</summary>
        string Key(int index);

        /// <summary>What its values are.</summary>
        SettingType Type(int index);

        /// <summary>Whether its value may be set but never shown.</summary>
        bool IsSecret(int index);

        /// <summary>The value that was set last, saved or not, as the settings file writes it.</summary>
        string Value(int index);

        /// <summary>Begins a change of the values that were set last. Nothing comes of it until it is used.</summary>
        ISettingsChange Begin();

        /// <summary>Makes a change's values those that were set last. They are in force after they were saved and the device has restarted.</summary>
        void Use(ISettingsChange change);

        /// <summary>Makes the values that were set last durable, all or none.</summary>
        /// <exception cref="Exception">None is; what was stored before still is.</exception>
        void Save();
    }

    /// <summary>A change that is put together.</summary>
    public interface ISettingsChange
    {
        /// <summary>Sets a value, written as in the settings file.</summary>
        /// <returns>Null where it is taken, or what it must be.</returns>
        string Set(int index, string value);
    }

    /// <summary>What a setting's values are.</summary>
    public enum SettingType
    {
        /// <summary>Text.</summary>
        Text,

        /// <summary>A whole number, or a word in its place, such as <c>none</c>.</summary>
        Number,

        /// <summary><c>on</c> or <c>off</c> in the settings file, true or false here.</summary>
        Flag
    }
}
