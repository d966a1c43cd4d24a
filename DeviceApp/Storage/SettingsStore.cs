using System;
using System.Collections;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>Keeps the settings in two records that are written by turns.</summary>
    public sealed class SettingsStore
    {
        private readonly RecordPair _pair;

        /// <summary>Keeps them in these two.</summary>
        public SettingsStore(IRecordFile first, IRecordFile second)
        {
            _pair = new RecordPair(first, second, new SettingsRecordFormat());
        }

        /// <summary>What <see cref="Load"/> could not use, one readable string each.</summary>
        public ArrayList Remarks
        {
            get { return _pair.Remarks; }
        }

        /// <summary>The record in use, in words.</summary>
        public string Name
        {
            get { return _pair.Name; }
        }

        /// <summary>Reads the newest valid record.</summary>
        /// <returns>Its settings; null where there is none, as after a flash that had to be formatted.</returns>
        public DeviceSettings Load()
        {
            return (DeviceSettings)_pair.Load();
        }

        /// <summary>Stores settings in the file that does not hold the newest record, and reads them back.</summary>
        /// <exception cref="Exception">They are not stored; the record before them still is.</exception>
        public void Save(DeviceSettings settings)
        {
            _pair.Save(settings);
        }

        /// <summary>Whether two settings have the same values.</summary>
        public static bool AreSame(DeviceSettings one, DeviceSettings other)
        {
            return RecordPair.AreEqual(SettingsRecord.Encode(one, 0), SettingsRecord.Encode(other, 0));
        }

        private sealed class SettingsRecordFormat : IRecordFormat
        {
            public byte[] Encode(object content, uint sequence)
            {
                return SettingsRecord.Encode((DeviceSettings)content, sequence);
            }

            public object Decode(byte[] bytes, out uint sequence)
            {
                var record = SettingsRecord.Decode(bytes);
                sequence = record == null ? 0 : record.Sequence;
                return record?.Settings;
            }
        }
    }
}
