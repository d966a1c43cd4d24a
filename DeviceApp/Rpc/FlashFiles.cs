using System.Collections;
using System.IO;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>The files of the internal flash.</summary>
    public sealed class FlashFiles : IRpcFiles
    {
        private const string Drive = "I:\\";
        private const int CopyBytes = 512;

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
            using (var file = new FileStream(Place(path), FileMode.Open, FileAccess.Read))
            {
                file.Seek(offset, SeekOrigin.Begin);
                var done = 0;
                while (done < count)
                {
                    var read = file.Read(buffer, done, count - done);
                    if (read <= 0)
                    {
                        break;
                    }

                    done += read;
                }

                return done;
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
            var length = Length(path);
            return (truncate ? length == offset + count : length >= offset + count) && IsThere(path, offset, bytes, count);
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
            var length = Length(from);
            var buffer = new byte[CopyBytes];
            using (var target = new FileStream(Place(to), FileMode.Create, FileAccess.ReadWrite))
            {
                for (var done = 0; done < length;)
                {
                    var read = Read(from, done, buffer, buffer.Length);
                    target.Write(buffer, 0, read);
                    done += read;
                }
            }

            if (Length(to) != length || !IsSame(from, to, buffer))
            {
                return false;
            }

            Remove(from);
            return true;
        }

        private bool IsSame(string one, string other, byte[] buffer)
        {
            var length = Length(one);
            for (var done = 0; done < length; done += buffer.Length)
            {
                var read = Read(one, done, buffer, buffer.Length);
                if (!IsThere(other, done, buffer, read))
                {
                    return false;
                }
            }

            return true;
        }

        private bool IsThere(string path, int offset, byte[] bytes, int count)
        {
            var read = new byte[count];
            if (Read(path, offset, read, count) != count)
            {
                return false;
            }

            for (var i = 0; i < count; i++)
            {
                if (read[i] != bytes[i])
                {
                    return false;
                }
            }

            return true;
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
