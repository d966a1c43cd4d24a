namespace System.IO
{
    /// <summary>Paths as text: drive letter, colon, backslashes. Nothing here looks at the file system.</summary>
    public static partial class Path
    {
        /// <summary>Between directories: the backslash.</summary>
        public static readonly char DirectorySeparatorChar = '\\';

        /// <summary>Taken for the same: the slash.</summary>
        public static readonly char AltDirectorySeparatorChar = '/';

        /// <summary>After the drive: the colon.</summary>
        public static readonly char VolumeSeparatorChar = ':';

        /// <summary>Between paths: the semicolon.</summary>
        public static readonly char PathSeparator = ';';

        /// <summary>The path with another extension; null removes it.</summary>
        public static string ChangeExtension(string path, string extension)
        {
            if (path == null || path.Length == 0)
            {
                return path;
            }

            int dot = LastDot(path);
            string stem = dot < 0 ? path : path.Substring(0, dot);
            return extension == null ? stem : extension.StartsWith(".") ? stem + extension : stem + "." + extension;
        }

        /// <summary>The second path below the first, or alone where it has a root.</summary>
        /// <exception cref="ArgumentNullException">A path is null.</exception>
        public static string Combine(string path1, string path2)
        {
            if (path1 == null || path2 == null)
            {
                throw new ArgumentNullException();
            }

            if (path1.Length == 0 || path2.Length == 0 || IsPathRooted(path2))
            {
                return path2.Length == 0 ? path1 : path2;
            }

            bool separated = IsSeparator(path1[path1.Length - 1]) || IsSeparator(path2[0]);
            string first = path1 == @"\" ? string.Empty : path1;
            return separated ? first + path2 : first + @"\" + path2;
        }

        /// <summary>The path without its last part; null for a root.</summary>
        public static string GetDirectoryName(string path)
        {
            if (IsBlank(path))
            {
                return null;
            }

            int root = RootLength(path);
            int end = path.Length;
            if (end <= root)
            {
                return null;
            }

            while (end > root && !IsSeparator(path[--end]))
            {
            }

            while (end > root && IsSeparator(path[end - 1]))
            {
                end--;
            }

            return Normalize(path.Substring(0, end));
        }

        /// <summary>The extension with its dot, or an empty text.</summary>
        public static string GetExtension(string path)
        {
            if (path == null)
            {
                return null;
            }

            int dot = LastDot(path);
            return dot < 0 || dot == path.Length - 1 ? string.Empty : path.Substring(dot);
        }

        /// <summary>The last part of the path.</summary>
        public static string GetFileName(string path)
        {
            if (path == null)
            {
                return null;
            }

            int root = RootLength(path);
            int start = path.Length;
            while (start > root && !IsSeparator(path[start - 1]))
            {
                start--;
            }

            return path.Substring(start);
        }

        /// <summary>The last part of the path without its extension.</summary>
        public static string GetFileNameWithoutExtension(string path)
        {
            string name = GetFileName(path);
            int dot = name == null ? -1 : name.LastIndexOf('.');
            return dot < 0 ? name : name.Substring(0, dot);
        }

        /// <summary>The path from its root, without . and ..</summary>
        /// <exception cref="ArgumentNullException">The path is null.</exception>
        /// <exception cref="ArgumentException">The path is empty.</exception>
        public static string GetFullPath(string path)
        {
            if (path == null)
            {
                throw new ArgumentNullException();
            }

            if (path.Length == 0)
            {
                throw new ArgumentException();
            }

            return Normalize(IsPathRooted(path) ? path : Combine(OpenFiles.CurrentDirectory, path));
        }

        /// <summary>The root: "I:\" for example; an empty text where there is none.</summary>
        public static string GetPathRoot(string path) => IsBlank(path) ? null : Normalize(path.Substring(0, RootLength(path)));

        /// <summary>Whether the last part has an extension.</summary>
        public static bool HasExtension(string path)
        {
            int dot = path == null ? -1 : LastDot(path);
            return dot >= 0 && dot != path.Length - 1;
        }

        /// <summary>Whether the path starts with a separator or a drive.</summary>
        public static bool IsPathRooted(string path)
        {
            return path != null && ((path.Length >= 1 && IsSeparator(path[0])) || (path.Length >= 2 && IsDrive(path[0]) && path[1] == ':'));
        }
    }
}
