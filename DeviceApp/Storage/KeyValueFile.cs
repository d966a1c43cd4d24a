using System;
using System.Collections;
using System.Text;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>
    /// Lines <c>KEY=VALUE</c> of a small file in UTF-8, in their order; spaces around keys and values are taken off. Empty lines, and those that begin
    /// with #, are passed over. A file that is not there has none.
    /// </summary>
    public sealed class KeyValueFile
    {
        private readonly ArrayList _keys = new ArrayList();
        private readonly ArrayList _values = new ArrayList();
        private readonly ArrayList _remarks = new ArrayList();

        /// <summary>Reads it.</summary>
        public KeyValueFile(IRecordFile file)
        {
            try
            {
                var bytes = file.Read();
                if (bytes != null && !Utf8.IsValid(bytes, bytes.Length))
                {
                    _remarks.Add(file.Path + " is not UTF-8");
                }
                else if (bytes != null)
                {
                    Read(file.Path, Encoding.UTF8.GetString(bytes, 0, bytes.Length).TrimStart('\uFEFF').Split('\n'));
                }
            }
            catch (Exception e)
            {
                _remarks.Add(file.Path + " cannot be read: " + e.GetType().Name + ", " + e.Message);
            }
        }

        /// <summary>How many lines there are.</summary>
        public int Count
        {
            get { return _keys.Count; }
        }

        /// <summary>What could not be used, one readable string each; no value is in them.</summary>
        public ArrayList Remarks
        {
            get { return _remarks; }
        }

        /// <summary>The key of a line.</summary>
        public string Key(int line)
        {
            return (string)_keys[line];
        }

        /// <summary>Its value.</summary>
        public string Value(int line)
        {
            return (string)_values[line];
        }

        /// <summary>The value of a key; null where it is not there.</summary>
        public string Find(string key)
        {
            var line = _keys.IndexOf(key);
            return line < 0 ? null : Value(line);
        }

        private void Read(string path, string[] lines)
        {
            for (var i = 0; i < lines.Length; i++)
            {
                var line = lines[i].Trim();
                if (line.Length == 0 || line[0] == '#')
                {
                    continue;
                }

                var equals = line.IndexOf('=');
                var key = equals < 1 ? "" : line.Substring(0, equals).Trim();
                if (key.Length == 0 || _keys.Contains(key))
                {
                    _remarks.Add(path + ", line " + (i + 1).ToString() + " is no KEY=VALUE, or its key was there before: passed over");
                    continue;
                }

                _keys.Add(key);
                _values.Add(line.Substring(equals + 1).Trim());
            }
        }
    }
}
