using System.IO;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Files on the flash, below one folder.</summary>
    public sealed class FlashWebFiles : IWebFiles
    {
        private readonly string _folder;

        /// <summary>Those below <paramref name="folder"/>, which is named without a backslash at its end.</summary>
        public FlashWebFiles(string folder)
        {
            _folder = folder;
        }

        /// <inheritdoc/>
        public IWebFile Open(string path)
        {
            var name = new char[path.Length];
            for (var i = 0; i < path.Length; i++)
            {
                name[i] = path[i] == '/' ? '\\' : path[i];
            }

            var full = _folder + new string(name);
            return File.Exists(full) ? new OpenFile(new FileStream(full, FileMode.Open, FileAccess.Read)) : null;
        }

        private sealed class OpenFile : IWebFile
        {
            private readonly FileStream _file;

            public OpenFile(FileStream file)
            {
                _file = file;
                Length = file.Length;
            }

            public long Length { get; }

            public void Seek(long position)
            {
                _file.Seek(position, SeekOrigin.Begin);
            }

            public int Read(byte[] buffer, int offset, int count)
            {
                return _file.Read(buffer, offset, count);
            }

            public void Close()
            {
                _file.Dispose();
            }
        }
    }
}
