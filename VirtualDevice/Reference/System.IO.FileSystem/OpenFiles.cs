using System.Collections;

namespace System.IO
{
    // Which files are open and how they are shared. The native side knows nothing of that.
    internal static class OpenFiles
    {
        private static readonly ArrayList s_files = new ArrayList();
        private static readonly ArrayList s_lockedDirectories = new ArrayList();
        private static object s_currentDirectory;

        internal static string CurrentDirectory { get; private set; } = NativeIO.Root;

        // Nobody else may have the file open.
        internal static OpenFile Add(string path) => Add(path, FileAccess.ReadWrite, FileShare.None);

        internal static OpenFile AddForRead(string path) => Add(path, FileAccess.Read, FileShare.ReadWrite);

        internal static OpenFile Add(string path, FileAccess access, FileShare share)
        {
            OpenFile added = new OpenFile(path.ToUpper(), share);
            lock (s_files)
            {
                foreach (string directory in s_lockedDirectories)
                {
                    Refuse(IsInDirectory(added.Path, directory));
                }

                foreach (OpenFile open in s_files)
                {
                    // The later one must share everything, whatever it wants itself: so the library has it.
                    Refuse(open.Path == added.Path && (share != FileShare.ReadWrite || ((int)open.Share & (int)access) != (int)access));
                }

                s_files.Add(added);
            }

            return added;
        }

        internal static void Remove(OpenFile file)
        {
            lock (s_files)
            {
                s_files.Remove(file);
            }
        }

        internal static string LockDirectory(string path)
        {
            string directory = path.ToUpper();
            lock (s_files)
            {
                Refuse(s_lockedDirectories.Contains(directory));
                foreach (OpenFile open in s_files)
                {
                    Refuse(IsInDirectory(open.Path, directory));
                }

                s_lockedDirectories.Add(directory);
            }

            return directory;
        }

        internal static void UnlockDirectory(string directory)
        {
            lock (s_files)
            {
                s_lockedDirectories.Remove(directory);
            }
        }

        internal static void CloseAll(string root)
        {
            lock (s_files)
            {
                string directory = root.ToUpper();
                for (int i = s_files.Count - 1; i >= 0; i--)
                {
                    OpenFile open = (OpenFile)s_files[i];
                    if (IsInDirectory(open.Path, directory))
                    {
                        open.Stream?.Close();
                        s_files.RemoveAt(i);
                    }
                }
            }
        }

        internal static void SetCurrentDirectory(string path)
        {
            lock (s_files)
            {
                s_files.Remove(s_currentDirectory);
                s_currentDirectory = path == NativeIO.Root ? null : AddForRead(path);
                CurrentDirectory = path;
            }
        }

        internal static bool IsInDirectory(string path, string directory)
        {
            return path.IndexOf(directory) == 0 && (path.Length == directory.Length || path[directory.Length] == '\\');
        }

        private static void Refuse(bool inUse)
        {
            if (inUse)
            {
                throw new IOException(string.Empty, (int)IOException.IOExceptionErrorCode.UnauthorizedAccess);
            }
        }

        internal sealed class OpenFile
        {
            public readonly string Path;
            public readonly FileShare Share;
            public NativeFileStream Stream;

            public OpenFile(string path, FileShare share)
            {
                Path = path;
                Share = share;
            }
        }
    }
}
