namespace System.IO
{
    /// <content>Files as entries of a directory.</content>
    public static partial class File
    {
        /// <summary>Copies a file to a path where there is none.</summary>
        public static void Copy(string sourceFileName, string destFileName) => Copy(sourceFileName, destFileName, false);

        /// <summary>Copies a file.</summary>
        /// <exception cref="IOException">The destination exists and must not be overwritten, or the drive is full.</exception>
        public static void Copy(string sourceFileName, string destFileName, bool overwrite)
        {
            using FileStream source = OpenRead(sourceFileName);
            CopyContent(source, destFileName, overwrite);
        }

        /// <summary>Deletes a file if it is there.</summary>
        /// <exception cref="IOException">It is open, a directory, read-only, or its directory is not there.</exception>
        public static void Delete(string path)
        {
            path = Path.GetFullPath(path);
            OpenFiles.OpenFile record = OpenFiles.Add(path);
            try
            {
                if (NativeIO.GetAttributes(Path.GetDirectoryName(path)) == NativeIO.EmptyAttribute)
                {
                    throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.DirectoryNotFound);
                }

                uint attributes = NativeIO.GetAttributes(path);
                if (attributes == NativeIO.EmptyAttribute)
                {
                    return;
                }

                if ((attributes & (uint)(FileAttributes.Directory | FileAttributes.ReadOnly)) != 0)
                {
                    throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.UnauthorizedAccess);
                }

                NativeIO.Delete(path, false);
            }
            finally
            {
                OpenFiles.Remove(record);
            }
        }

        /// <summary>Whether there is a file; false for nonsense too.</summary>
        public static bool Exists(string path)
        {
            try
            {
                path = Path.GetFullPath(path);
                if (Path.GetPathRoot(path) == path)
                {
                    return false;
                }

                uint attributes = NativeIO.GetAttributes(path);
                return attributes != NativeIO.EmptyAttribute && (attributes & (uint)FileAttributes.Directory) == 0;
            }
            catch (Exception)
            {
                // A path that cannot be is a file that is not there.
                return false;
            }
        }

        /// <summary>What a path stands for.</summary>
        /// <exception cref="IOException">FileNotFound.</exception>
        public static FileAttributes GetAttributes(string path)
        {
            uint attributes = NativeIO.GetAttributes(Path.GetFullPath(path));
            if (attributes == NativeIO.EmptyAttribute)
            {
                throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.FileNotFound);
            }

            return attributes == 0 ? FileAttributes.Normal : (FileAttributes)attributes;
        }

        /// <summary>Gives a file another path. It never replaces a file.</summary>
        /// <exception cref="IOException">FileNotFound; PathAlreadyExists; UnauthorizedAccess where it is open.</exception>
        public static void Move(string sourceFileName, string destFileName)
        {
            string source = Path.GetFullPath(sourceFileName);
            string destination = Path.GetFullPath(destFileName);
            bool moved;
            OpenFiles.OpenFile record = OpenFiles.Add(source);
            try
            {
                if (!Exists(source))
                {
                    throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.FileNotFound);
                }

                if (Exists(destination))
                {
                    throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.PathAlreadyExists);
                }

                moved = NativeIO.Move(source, destination);
            }
            finally
            {
                OpenFiles.Remove(record);
            }

            if (!moved)
            {
                CopyAndDelete(source, destination);
            }
        }

        /// <summary>Sets a file's attributes. The device's own drive keeps none of them.</summary>
        /// <exception cref="IOException">FileNotFound.</exception>
        public static void SetAttributes(string path, FileAttributes fileAttributes)
        {
            if (!Exists(path))
            {
                throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.FileNotFound);
            }

            NativeIO.SetAttributes(path, (byte)fileAttributes);
        }

        internal static void CopyAndDelete(string source, string destination)
        {
            FileStream stream = OpenRead(source);
            bool copied = false;
            try
            {
                CopyContent(stream, destination, false);
                copied = true;
            }
            finally
            {
                if (copied)
                {
                    stream.DisposeAndDelete();
                }
                else
                {
                    stream.Dispose();
                }
            }
        }

        private static void CopyContent(FileStream source, string destination, bool overwrite)
        {
            using FileStream target = new FileStream(destination, overwrite ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.None);
            byte[] buffer = new byte[2048];
            for (int count = source.Read(buffer, 0, buffer.Length); count > 0; count = source.Read(buffer, 0, buffer.Length))
            {
                target.Write(buffer, 0, count);
            }
        }
    }
}
