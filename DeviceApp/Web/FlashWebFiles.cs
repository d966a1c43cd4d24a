using System.IO;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Rpc;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Files on the flash, below one folder.</summary>
    public sealed class FlashWebFiles : IWebFiles
    {
        private const string Drive = "I:\\";

        private readonly string _folder;
        private readonly IRpcFiles _named;

        /// <summary>Those below <paramref name="folder"/> of the flash, but for keys and what else calls do not give away either.</summary>
        /// <param name="folder">Without a slash before or behind it.</param>
        /// <param name="files">Knows the files that settings name.</param>
        public FlashWebFiles(string folder, IRpcFiles files)
        {
            _folder = folder;
            _named = files;
        }

        /// <inheritdoc/>
        public IWebFile Open(string path)
        {
            var full = Drive + FilePath.WithBackslashes(_folder + path);
            if (ReservedFiles.Has(_folder + path, _named.Named))
            {
                return null;
            }

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
