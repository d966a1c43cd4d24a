namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>
    /// The stored form of the settings: a record "SESR". A field with an unknown id is from newer firmware and is passed over,
    /// one that is missing keeps its default. A change that older firmware must not read gets another version.
    /// </summary>
    public sealed class SettingsRecord
    {
        /// <summary>Largest record, in bytes.</summary>
        public const int MaxBytes = RecordWriter.MaxBytes;

        private const uint Magic = 0x52534553;
        private const int Version = 1;

        private SettingsRecord(uint sequence, DeviceSettings settings)
        {
            Sequence = sequence;
            Settings = settings;
        }

        /// <summary>One more than that of the record before it.</summary>
        public uint Sequence { get; }

        /// <summary>What it holds.</summary>
        public DeviceSettings Settings { get; }

        /// <summary>The record's bytes.</summary>
        public static byte[] Encode(DeviceSettings settings, uint sequence)
        {
            var writer = new RecordWriter(Magic, Version, sequence);
            SettingFields.Write(settings, writer);
            return writer.Finish();
        }

        /// <summary>Reads a record.</summary>
        /// <returns>Null where a bit of it is wrong, or a value is out of its range.</returns>
        public static SettingsRecord Decode(byte[] bytes)
        {
            var reader = RecordReader.Open(bytes, Magic, Version);
            if (reader == null)
            {
                return null;
            }

            var settings = new DeviceSettings();
            while (reader.Next())
            {
                var value = Value(reader);
                if (SettingFields.IsKnown(reader.Id) && (value == null || !SettingFields.Take(reader.Id, reader.Type, value, settings)))
                {
                    return null;
                }
            }

            return reader.Broken ? null : new SettingsRecord(reader.Sequence, settings);
        }

        // The value as the settings file has it, so that its range is checked in one place.
        private static string Value(RecordReader reader)
        {
            uint number;
            bool flag;
            switch (reader.Type)
            {
                case RecordType.Text: return reader.Text();
                case RecordType.Number: return reader.TryNumber(out number) ? number.ToString() : null;
                case RecordType.Flag: return reader.TryFlag(out flag) ? SettingFields.FlagWord(reader.Id, flag) : null;
                default: return null;
            }
        }
    }
}
