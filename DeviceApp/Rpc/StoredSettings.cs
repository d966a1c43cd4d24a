using System.Collections;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>
    /// The settings as they are stored. The settings file counts more than the stored record at each boot: so it goes once the record
    /// holds what was set. A power cut in between leaves both, and the file's values; nobody was told that the others are saved.
    /// </summary>
    public sealed class StoredSettings : IRpcSettings
    {
        private readonly SettingsStore _store;
        private readonly ISettingsFile _file;
        private readonly int[] _ids;
        private DeviceSettings _last;

        /// <summary>Begins with those in force.</summary>
        /// <param name="settings">Those.</param>
        /// <param name="store">Where they are kept.</param>
        /// <param name="file">The settings file.</param>
        public StoredSettings(DeviceSettings settings, SettingsStore store, ISettingsFile file)
        {
            _last = settings;
            _store = store;
            _file = file;
            var ids = new ArrayList();
            for (var id = SettingFields.First; id <= SettingFields.Last; id++)
            {
                if (SettingFields.IsKnown(id))
                {
                    ids.Add(id);
                }
            }

            _ids = (int[])ids.ToArray(typeof(int));
        }

        /// <inheritdoc/>
        public int Count
        {
            get { return _ids.Length; }
        }

        /// <inheritdoc/>
        public string Key(int index)
        {
            return SettingFields.Key(_ids[index]);
        }

        /// <inheritdoc/>
        public SettingType Type(int index)
        {
            var value = Value(index);
            switch (SettingFields.Type(_ids[index]))
            {
                case RecordType.Number: return SettingType.Number;
                case RecordType.Flag: return value == "on" || value == "off" ? SettingType.Flag : SettingType.Text;
                default: return SettingType.Text;
            }
        }

        /// <inheritdoc/>
        public bool IsSecret(int index)
        {
            return Key(index) == SettingKeys.KeyPassword;
        }

        /// <inheritdoc/>
        public string Value(int index)
        {
            return SettingFields.Shown(_ids[index], _last);
        }

        /// <inheritdoc/>
        public ISettingsChange Begin()
        {
            return new Change(SettingsRecord.Decode(SettingsRecord.Encode(_last, 0)).Settings, _ids);
        }

        /// <inheritdoc/>
        public void Use(ISettingsChange change)
        {
            _last = ((Change)change).Settings;
        }

        /// <inheritdoc/>
        public void Save()
        {
            _store.Save(_last);
            _file.Remove();
        }

        private sealed class Change : ISettingsChange
        {
            private readonly int[] _ids;

            public Change(DeviceSettings settings, int[] ids)
            {
                Settings = settings;
                _ids = ids;
            }

            public DeviceSettings Settings { get; }

            public string Set(int index, string value)
            {
                var wanted = SettingRules.Apply(SettingFields.Key(_ids[index]), value, Settings);
                return wanted == SettingRules.Taken ? null : wanted;
            }
        }
    }
}
