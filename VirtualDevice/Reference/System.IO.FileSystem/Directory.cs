using System.Runtime.CompilerServices;

namespace System.IO
{
    /// <summary>Directories by path.</summary>
    public static class Directory
    {
        /// <summary>Makes a directory and those above it; one that is there stays.</summary>
        public static DirectoryInfo CreateDirectory(string path)
        {
            path = Path.GetFullPath(path);
            NativeIO.CreateDirectory(path);
            return new DirectoryInfo(path);
        }

        /// <summary>Deletes an empty directory.</summary>
        /// <exception cref="IOException">DirectoryNotFound, DirectoryNotEmpty, UnauthorizedAccess.</exception>
        public static void Delete(string path) => Delete(path, false);

        /// <summary>Deletes a directory, with all that is in it if told so.</summary>
        /// <exception cref="IOException">DirectoryNotFound, DirectoryNotEmpty, UnauthorizedAccess.</exception>
        public static void Delete(string path, bool recursive)
        {
            path = Path.GetFullPath(path);
            string record = OpenFiles.LockDirectory(path);
            try
            {
                uint attributes = NativeIO.GetAttributes(path);
                if (attributes == NativeIO.EmptyAttribute)
                {
                    throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.DirectoryNotFound);
                }

                if ((attributes & (uint)FileAttributes.Directory) == 0 || (attributes & (uint)FileAttributes.ReadOnly) != 0)
                {
                    throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.UnauthorizedAccess);
                }

                NativeIO.Delete(path, recursive);
            }
            finally
            {
                OpenFiles.UnlockDirectory(record);
            }
        }

        /// <summary>Whether there is a directory.</summary>
        public static bool Exists(string path)
        {
            path = Path.GetFullPath(path);
            if (path == NativeIO.Root)
            {
                return true;
            }

            uint attributes = NativeIO.GetAttributes(path);
            return attributes != NativeIO.EmptyAttribute && (attributes & (uint)FileAttributes.Directory) != 0;
        }

        /// <summary>Where paths without a root start.</summary>
        public static string GetCurrentDirectory() => OpenFiles.CurrentDirectory;

        /// <summary>Full paths of the files in a directory.</summary>
        /// <exception cref="IOException">DirectoryNotFound.</exception>
        public static string[] GetFiles(string path)
        {
            bool closed = path.EndsWith(@"\") || path.EndsWith("/");
            return GetChildren(closed ? path : path + @"\", false);
        }

        /// <summary>Full paths of the directories in a directory.</summary>
        /// <exception cref="IOException">DirectoryNotFound.</exception>
        public static string[] GetDirectories(string path) => GetChildren(path, true);

        /// <summary>Gives a directory another path.</summary>
        /// <exception cref="IOException">DirectoryNotFound, or the other path is taken.</exception>
        public static void Move(string sourceDirName, string destDirName)
        {
            string source = Path.GetFullPath(sourceDirName);
            string destination = Path.GetFullPath(destDirName);
            bool moved;
            OpenFiles.OpenFile record = OpenFiles.Add(source);
            try
            {
                if (!Exists(source))
                {
                    throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.DirectoryNotFound);
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

        /// <summary>Sets where paths without a root start.</summary>
        /// <exception cref="IOException">DirectoryNotFound.</exception>
        public static void SetCurrentDirectory(string path)
        {
            path = Path.GetFullPath(path);
            if (!Exists(path))
            {
                throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.DirectoryNotFound);
            }

            OpenFiles.SetCurrentDirectory(path);
        }

        private static string[] GetChildren(string path, bool directories)
        {
            path = Path.GetFullPath(path);
            if (!Exists(path))
            {
                throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.DirectoryNotFound);
            }

            return NativeGetChildren(path, directories);
        }

        private static void CopyAndDelete(string source, string destination)
        {
            if (Exists(destination))
            {
                throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.PathAlreadyExists);
            }

            NativeIO.CreateDirectory(destination);
            foreach (string file in GetFiles(source))
            {
                File.CopyAndDelete(file, Path.Combine(destination, Path.GetFileName(file)));
            }

            foreach (string directory in GetDirectories(source))
            {
                CopyAndDelete(directory, Path.Combine(destination, Path.GetFileName(directory)));
            }

            NativeIO.Delete(source, true);
        }

        [MethodImpl(MethodImplOptions.InternalCall)]
        private static extern string[] NativeGetChildren(string path, bool directoryOnly);
    }
}
