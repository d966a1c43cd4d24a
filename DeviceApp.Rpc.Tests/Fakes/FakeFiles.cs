using System;
using System.Collections;
using System.Text;
using SecureEsp.DeviceApp.Rpc;

namespace SecureEsp.DeviceApp.Tests.Fakes
{
    public sealed class FakeFiles : IRpcFiles
    {
        private readonly Hashtable _files = new Hashtable();

        /// <summary>Bytes that all files together may have.</summary>
        public int Room = 100000;

        public string[] Named { get; set; } = { "trusted.der", "www/own.der" };

        public byte[] this[string path]
        {
            get { return (byte[])_files[path]; }
            set { _files[path] = value; }
        }

        public void Put(string path, string text)
        {
            _files[path] = Encoding.UTF8.GetBytes(text);
        }

        public void Clear()
        {
            _files.Clear();
        }

        public string Text(string path)
        {
            var bytes = (byte[])_files[path];
            return bytes == null ? null : bytes.Length == 0 ? "" : Encoding.UTF8.GetString(bytes, 0, bytes.Length);
        }

        public string[] List(string directory)
        {
            var names = new ArrayList();
            foreach (DictionaryEntry entry in _files)
            {
                var path = (string)entry.Key;
                var slash = path.LastIndexOf('/');
                if ((slash < 0 ? "" : path.Substring(0, slash)) == directory)
                {
                    names.Add(path.Substring(slash + 1));
                }
            }

            return (string[])names.ToArray(typeof(string));
        }

        public int Length(string path)
        {
            return _files[path] == null ? -1 : ((byte[])_files[path]).Length;
        }

        public int Read(string path, int offset, byte[] buffer, int count)
        {
            var bytes = (byte[])_files[path];
            var read = bytes.Length - offset < count ? bytes.Length - offset : count;
            Array.Copy(bytes, offset, buffer, 0, read);
            return read;
        }

        public bool Write(string path, int offset, bool truncate, byte[] bytes, int count)
        {
            var before = (byte[])_files[path] ?? new byte[0];
            var after = new byte[truncate || offset + count > before.Length ? offset + count : before.Length];
            if (after.Length > Room)
            {
                return false;
            }

            Array.Copy(before, 0, after, 0, before.Length < after.Length ? before.Length : after.Length);
            Array.Copy(bytes, 0, after, offset, count);
            _files[path] = after;
            return true;
        }

        public void Remove(string path)
        {
            _files.Remove(path);
        }

        public bool Rename(string from, string to)
        {
            _files[to] = _files[from];
            _files.Remove(from);
            return true;
        }
    }
}
