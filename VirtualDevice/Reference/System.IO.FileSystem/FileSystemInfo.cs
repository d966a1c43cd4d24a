namespace System.IO
{
    /// <summary>A file or a directory. What was read of it once stays until <see cref="Refresh"/>.</summary>
    public abstract class FileSystemInfo : MarshalByRefObject
    {
        internal string _fullPath;
        private NativeFileInfo _native;

        /// <summary>For the classes that implement it.</summary>
        protected FileSystemInfo()
        {
        }

        /// <summary>What the path stands for.</summary>
        public FileAttributes Attributes => (FileAttributes)Native.Attributes;

        /// <summary>The path from its root.</summary>
        public virtual string FullName => _fullPath;

        /// <summary>The extension with its dot, or an empty text.</summary>
        public string Extension => Path.GetExtension(FullName);

        /// <summary>Whether it is there.</summary>
        public abstract bool Exists { get; }

        /// <summary>The last part of the path.</summary>
        public abstract string Name { get; }

        internal NativeFileInfo Native
        {
            get
            {
                if (_native == null)
                {
                    Refresh();
                }

                return _native;
            }
        }

        /// <summary>Deletes it.</summary>
        public abstract void Delete();

        /// <summary>Reads attributes and size anew.</summary>
        /// <exception cref="IOException">It is not there.</exception>
        public virtual void Refresh()
        {
            OpenFiles.OpenFile record = OpenFiles.AddForRead(_fullPath);
            try
            {
                _native = NativeFindFile.GetFileInfo(_fullPath);
                if (_native == null)
                {
                    HandleRefreshError();
                }
            }
            finally
            {
                OpenFiles.Remove(record);
            }
        }

        /// <summary>Throws what says that it is not there.</summary>
        protected abstract void HandleRefreshError();
    }
}
