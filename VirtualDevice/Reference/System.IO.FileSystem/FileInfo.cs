namespace System.IO
{
    /// <summary>A file.</summary>
    public sealed class FileInfo : FileSystemInfo
    {
        /// <summary>For a path, whether there is a file or not.</summary>
        public FileInfo(string fileName)
        {
            _fullPath = Path.GetFullPath(fileName);
        }

        /// <inheritdoc/>
        public override string Name => Path.GetFileName(_fullPath);

        /// <summary>Size in bytes.</summary>
        public long Length => Native.Size;

        /// <summary>Path of the directory.</summary>
        public string DirectoryName => Path.GetDirectoryName(_fullPath);

        /// <summary>The directory.</summary>
        public DirectoryInfo Directory
        {
            get
            {
                string name = DirectoryName;
                return name == null ? null : new DirectoryInfo(name);
            }
        }

        /// <inheritdoc/>
        public override bool Exists => File.Exists(_fullPath);

        /// <summary>Makes the file, or empties it.</summary>
        public FileStream Create() => File.Create(_fullPath);

        /// <inheritdoc/>
        public override void Delete()
        {
            File.Delete(_fullPath);
        }

        /// <inheritdoc/>
        public override string ToString() => _fullPath;

        /// <inheritdoc/>
        protected override void HandleRefreshError()
        {
            throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.FileNotFound);
        }
    }
}
