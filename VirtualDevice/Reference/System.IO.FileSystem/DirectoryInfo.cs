namespace System.IO
{
    /// <summary>A directory.</summary>
    public sealed class DirectoryInfo : FileSystemInfo
    {
        /// <summary>For a path, whether there is a directory or not.</summary>
        public DirectoryInfo(string path)
        {
            _fullPath = Path.GetFullPath(path);
        }

        /// <inheritdoc/>
        public override string Name => Path.GetFileName(_fullPath);

        /// <inheritdoc/>
        public override bool Exists => Directory.Exists(_fullPath);

        /// <summary>The root directory of the drive.</summary>
        public DirectoryInfo Root => new DirectoryInfo(Path.GetPathRoot(_fullPath));

        /// <summary>The directory above; null for the root.</summary>
        public DirectoryInfo Parent
        {
            get
            {
                bool closed = _fullPath.Length > 3 && _fullPath.EndsWith(@"\");
                string parent = Path.GetDirectoryName(closed ? _fullPath.Substring(0, _fullPath.Length - 1) : _fullPath);
                return parent == null ? null : new DirectoryInfo(parent);
            }
        }

        /// <summary>Makes the directory and those above it.</summary>
        public void Create()
        {
            Directory.CreateDirectory(_fullPath);
        }

        /// <summary>Makes a directory below this one.</summary>
        public DirectoryInfo CreateSubdirectory(string path) => Directory.CreateDirectory(Path.Combine(_fullPath, path));

        /// <summary>The files in it.</summary>
        public FileInfo[] GetFiles()
        {
            string[] paths = Directory.GetFiles(_fullPath);
            FileInfo[] files = new FileInfo[paths.Length];
            for (int i = 0; i < paths.Length; i++)
            {
                files[i] = new FileInfo(paths[i]);
            }

            return files;
        }

        /// <summary>The directories in it.</summary>
        public DirectoryInfo[] GetDirectories()
        {
            string[] paths = Directory.GetDirectories(_fullPath);
            DirectoryInfo[] directories = new DirectoryInfo[paths.Length];
            for (int i = 0; i < paths.Length; i++)
            {
                directories[i] = new DirectoryInfo(paths[i]);
            }

            return directories;
        }

        /// <summary>Gives the directory another path. This object keeps the old one.</summary>
        public void MoveTo(string destDirName)
        {
            Directory.Move(_fullPath, destDirName);
        }

        /// <inheritdoc/>
        public override void Delete()
        {
            Directory.Delete(_fullPath);
        }

        /// <summary>Deletes it, with all that is in it if told so.</summary>
        public void Delete(bool recursive)
        {
            Directory.Delete(_fullPath, recursive);
        }

        /// <inheritdoc/>
        public override string ToString() => _fullPath;

        /// <inheritdoc/>
        protected override void HandleRefreshError()
        {
            throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.DirectoryNotFound);
        }
    }
}
