using System;
using System.Collections;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>
    /// Keeps the settings in two files that are written by turns, so that a power cut at any moment leaves one whole
    /// record: the new one, or the one before it. The newest valid one counts.
    /// </summary>
    public sealed class SettingsStore
    {
        private readonly IRecordFile[] _files;
        private readonly ArrayList _remarks = new ArrayList();
        private int _current = -1;
        private uint _sequence;

        /// <summary>Keeps them in these two.</summary>
        public SettingsStore(IRecordFile first, IRecordFile second)
        {
            _files = new[] { first, second };
        }

        /// <summary>What <see cref="Load"/> could not use, one readable string each.</summary>
        public ArrayList Remarks
        {
            get { return _remarks; }
        }

        /// <summary>The record in use, in words.</summary>
        public string Name
        {
            get { return "record " + _sequence.ToString() + " in " + _files[_current].Path; }
        }

        /// <summary>Reads the newest valid record.</summary>
        /// <returns>Its settings; null where there is none, as after a flash that had to be formatted.</returns>
        public DeviceSettings Load()
        {
            _remarks.Clear();
            _current = -1;
            SettingsRecord newest = null;
            for (var i = 0; i < _files.Length; i++)
            {
                var record = Read(_files[i]);

                // The difference is right for a sequence that has started again from 0, too.
                if (record != null && (newest == null || (int)(record.Sequence - newest.Sequence) > 0))
                {
                    newest = record;
                    _current = i;
                }
            }

            _sequence = newest == null ? 0 : newest.Sequence;
            return newest == null ? null : newest.Settings;
        }

        /// <summary>Stores settings in the file that does not hold the newest record, and reads them back.</summary>
        /// <exception cref="Exception">They are not stored; the record before them still is.</exception>
        public void Save(DeviceSettings settings)
        {
            var next = _current == 0 ? 1 : 0;
            var sequence = _sequence + 1;
            var bytes = SettingsRecord.Encode(settings, sequence);
            _files[next].Write(bytes);
            if (!AreEqual(bytes, _files[next].Read()))
            {
                throw new InvalidOperationException(_files[next].Path + " does not hold what was written to it");
            }

            _current = next;
            _sequence = sequence;
        }

        /// <summary>Whether two settings have the same values.</summary>
        public static bool AreSame(DeviceSettings one, DeviceSettings other)
        {
            return AreEqual(SettingsRecord.Encode(one, 0), SettingsRecord.Encode(other, 0));
        }

        private SettingsRecord Read(IRecordFile file)
        {
            try
            {
                var bytes = file.Read();
                var record = SettingsRecord.Decode(bytes);
                if (record == null && bytes != null)
                {
                    _remarks.Add(file.Path + " holds no valid record, which a power cut can leave; the other one counts");
                }

                return record;
            }
            catch (Exception e)
            {
                _remarks.Add(file.Path + " cannot be read: " + e.GetType().Name + ", " + e.Message);
                return null;
            }
        }

        private static bool AreEqual(byte[] one, byte[] other)
        {
            if (other == null || one.Length != other.Length)
            {
                return false;
            }

            for (var i = 0; i < one.Length; i++)
            {
                if (one[i] != other[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
