using System;
using System.Collections;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>
    /// Keeps something in two files that are written by turns, so that a power cut at any moment leaves one whole record:
    /// the new one, or the one before it. The newest valid one counts.
    /// </summary>
    public sealed class RecordPair
    {
        private readonly IRecordFile[] _files;
        private readonly IRecordFormat _format;
        private readonly ArrayList _remarks = new ArrayList();
        private int _current = -1;
        private uint _sequence;

        /// <summary>Keeps it in these two.</summary>
        public RecordPair(IRecordFile first, IRecordFile second, IRecordFormat format)
        {
            _files = new[] { first, second };
            _format = format;
        }

        /// <summary>What <see cref="Load"/> could not use, one readable string each.</summary>
        public ArrayList Remarks
        {
            get { return _remarks; }
        }

        /// <summary>The record in use, in words; meaningful once there is one.</summary>
        public string Name
        {
            get { return "record " + _sequence.ToString() + " in " + _files[_current].Path; }
        }

        /// <summary>Reads the newest valid record.</summary>
        /// <returns>What it holds; null where there is none, as after a flash that had to be formatted.</returns>
        public object Load()
        {
            _remarks.Clear();
            _current = -1;
            _sequence = 0;
            object newest = null;
            for (var i = 0; i < _files.Length; i++)
            {
                uint sequence;
                var content = Read(_files[i], out sequence);

                // The difference is right for a sequence that has started again from 0, too.
                if (content != null && (newest == null || (int)(sequence - _sequence) > 0))
                {
                    newest = content;
                    _current = i;
                    _sequence = sequence;
                }
            }

            return newest;
        }

        /// <summary>Stores something in the file that does not hold the newest record, and reads it back.</summary>
        /// <exception cref="Exception">It is not stored; the record before it still is.</exception>
        public void Save(object content)
        {
            var next = _current == 0 ? 1 : 0;
            var sequence = _sequence + 1;
            var bytes = _format.Encode(content, sequence);
            _files[next].Write(bytes);
            if (!AreEqual(bytes, _files[next].Read()))
            {
                throw new InvalidOperationException(_files[next].Path + " does not hold what was written to it");
            }

            _current = next;
            _sequence = sequence;
        }

        /// <summary>Whether two contents have the same bytes.</summary>
        public static bool AreEqual(byte[] one, byte[] other)
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

        private object Read(IRecordFile file, out uint sequence)
        {
            sequence = 0;
            try
            {
                var bytes = file.Read();
                var content = _format.Decode(bytes, out sequence);
                if (content == null && bytes != null)
                {
                    _remarks.Add(file.Path + " holds no valid record, which a power cut can leave; the other one counts");
                }

                return content;
            }
            catch (Exception e)
            {
                _remarks.Add(file.Path + " cannot be read: " + e.GetType().Name + ", " + e.Message);
                return null;
            }
        }
    }
}
