using System.Collections;
using System.IO;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>The files of the internal flash.</summary>
    public sealed class FlashFiles : IRpcFiles
    {
        private const string Drive = "I:\\";

        private readonly IRpcSettings _settings;
        private readonly ArrayList _inForce = new ArrayList();

        /// <summary>With the files reserved that these settings name, and those that they name now: these are in use until the next boot.</summary>
        public FlashFiles(IRpcSettings settings)
        {
            _settings = settings;
            AddNamed(_inForce);
        }

        /// <inheritdoc/>
        public string[] Named
        {
            get
            {
                var named = (ArrayList)_inForce.Clone();
                AddNamed(named);
                return (string[])named.ToArray(typeof(string));
            }
        }

        private void AddNamed(ArrayList named)
        {
            for (var i = 0; i < _settings.Count; i++)
            {
                var value = _settings.Value(i);
                if (value.StartsWith(Drive))
                {
                    named.Add(FilePath.WithSlashes(value.Substring(Drive.Length)));
                }
            }
        }

        /// <inheritdoc/>
        public string[] List(string directory)
        {
            var place = Place(directory);
            if (directory.Length > 0 && !Directory.Exists(place))
            {
                return new string[0];
            }

            var names = Directory.GetFiles(place);
            for (var i = 0; i < names.Length; i++)
            {
                names[i] = names[i].Substring(names[i].LastIndexOf('\\') + 1);
            }

            return names;
        }

        /// <inheritdoc/>
        public int Length(string path)
        {
            var place = Place(path);
            return File.Exists(place) ? (int)new FileInfo(place).Length : -1;
        }

        /// <inheritdoc/>
        public int Read(string path, int offset, byte[] buffer, int count)
        {
            using (var file = Open(path))
            {
                file.Seek(offset, SeekOrigin.Begin);
                return FileContent.Fill(file, buffer, count);
            }
        }

        /// <inheritdoc/>
        public bool Write(string path, int offset, bool truncate, byte[] bytes, int count)
        {
            var place = Place(path);
            MakeDirectory(place);
            using (var file = new FileStream(place, truncate ? FileMode.Create : FileMode.OpenOrCreate, FileAccess.ReadWrite))
            {
                file.Seek(offset, SeekOrigin.Begin);
                file.Write(bytes, 0, count);
            }

            // A full flash loses the last bytes, and says nothing (littlefs_FS_Driver.cpp).
            using (var file = Open(path))
            {
                var end = offset + count;
                file.Seek(offset, SeekOrigin.Begin);
                return (truncate ? file.Length == end : file.Length >= end) && FileContent.IsNext(file, bytes, count);
            }
        }

        /// <inheritdoc/>
        public void Remove(string path)
        {
            File.Delete(Place(path));
        }

        /// <inheritdoc/>
        public bool Rename(string from, string to)
        {
            MakeDirectory(Place(to));
            if (!File.Exists(Place(to)))
            {
                File.Move(Place(from), Place(to));
                return true;
            }

            // File.Move replaces nothing. Written anew, the old content stays until the new one is closed: a power cut leaves either.
            using (var source = Open(from))
            {
                FileContent.Check(source);
                using (var target = new FileStream(Place(to), FileMode.Create, FileAccess.ReadWrite))
                {
                    if (!FileContent.Copy(source, target))
                    {
                        return false;
                    }
                }

                source.Seek(0, SeekOrigin.Begin);
                using (var target = Open(to))
                {
                    if (!FileContent.AreSame(source, target))
                    {
                        return false;
                    }
                }
            }

            Remove(from);
            return true;
        }

        private static FileStream Open(string path)
        {
            return new FileStream(Place(path), FileMode.Open, FileAccess.Read);
        }

        private static void MakeDirectory(string place)
        {
            var end = place.LastIndexOf('\\');
            if (end >= Drive.Length)
            {
                Directory.CreateDirectory(place.Substring(0, end));
            }
        }

        private static string Place(string path)
        {
            return Drive + FilePath.WithBackslashes(path);
        }
    }
}
