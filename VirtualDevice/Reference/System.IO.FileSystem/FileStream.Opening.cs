namespace System.IO
{
    /// <content>Opening.</content>
    public partial class FileStream
    {
        /// <summary>Opens for reading and writing; for writing only with <see cref="FileMode.Append"/>.</summary>
        public FileStream(string path, FileMode mode)
            : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite)
        {
        }

        /// <summary>Opens; others may open for reading meanwhile, if they share everything.</summary>
        public FileStream(string path, FileMode mode, FileAccess access)
            : this(path, mode, access, FileShare.Read)
        {
        }

        /// <summary>Opens.</summary>
        public FileStream(string path, FileMode mode, FileAccess access, FileShare share)
            : this(path, mode, access, share, 0)
        {
        }

        /// <summary>Opens.</summary>
        /// <param name="path">The file.</param>
        /// <param name="mode">What if it is there, or is not.</param>
        /// <param name="access">What for.</param>
        /// <param name="share">What others may do meanwhile.</param>
        /// <param name="bufferSize">Bytes; 0 leaves it to the file system.</param>
        /// <exception cref="ArgumentException">The mode needs write access, or append gets another.</exception>
        /// <exception cref="IOException">ErrorCode says why: FileNotFound, PathAlreadyExists, UnauthorizedAccess (also: in use) …</exception>
        public FileStream(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize)
        {
            Name = Path.GetFullPath(path);
            if (mode < FileMode.CreateNew || mode > FileMode.Append || access < FileAccess.Read || access > FileAccess.ReadWrite || share < FileShare.None || share > FileShare.ReadWrite)
            {
                throw new ArgumentOutOfRangeException();
            }

            if ((access & FileAccess.Write) == 0 && mode != FileMode.Open && mode != FileMode.OpenOrCreate)
            {
                throw new ArgumentException();
            }

            _file = OpenFiles.Add(Name, access, share);
            try
            {
                OpenNative(mode, access, bufferSize);
                _file.Stream = _native;
            }
            catch (Exception)
            {
                _native?.Close();
                _native = null;
                OpenFiles.Remove(_file);
                _file = null;
                throw;
            }
        }

        private void OpenNative(FileMode mode, FileAccess access, int bufferSize)
        {
            uint attributes = NativeIO.GetAttributes(Name);
            bool exists = attributes != NativeIO.EmptyAttribute;
            if (exists && (attributes & (uint)FileAttributes.Directory) != 0)
            {
                throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.UnauthorizedAccess);
            }

            if (exists && mode == FileMode.CreateNew)
            {
                throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.PathAlreadyExists);
            }

            if (!exists && (mode == FileMode.Open || mode == FileMode.Truncate))
            {
                throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.FileNotFound);
            }

            if (mode == FileMode.Append && access != FileAccess.Write)
            {
                throw new ArgumentException();
            }

            _native = new NativeFileStream(Name, bufferSize);
            if (exists && (mode == FileMode.Create || mode == FileMode.Truncate))
            {
                _native.SetLength(0);
            }
            else if (mode == FileMode.Append)
            {
                _firstPosition = _native.Seek(0, (uint)SeekOrigin.End);
            }

            SetCapabilities(access, exists && (attributes & (uint)FileAttributes.ReadOnly) != 0);
        }

        private void SetCapabilities(FileAccess access, bool readOnly)
        {
            _native.GetStreamProperties(out bool canRead, out bool canWrite, out _canSeek);
            bool wantsRead = (access & FileAccess.Read) != 0;
            bool wantsWrite = (access & FileAccess.Write) != 0;
            if ((wantsRead && !canRead) || (wantsWrite && (!canWrite || readOnly)))
            {
                throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.UnauthorizedAccess);
            }

            _canRead = wantsRead;
            _canWrite = wantsWrite;
        }
    }
}
