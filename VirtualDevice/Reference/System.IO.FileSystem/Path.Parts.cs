using System.Collections;

namespace System.IO
{
    /// <content>Taking paths apart.</content>
    public static partial class Path
    {
        /// <summary>Characters that no file name may have.</summary>
        public static char[] GetInvalidFileNameChars() => WithControlCharacters("\"<>|:*?\\/");

        /// <summary>Characters that no path may have.</summary>
        public static char[] GetInvalidPathChars() => WithControlCharacters("|");

        private static char[] WithControlCharacters(string others)
        {
            char[] all = new char[32 + others.Length];
            for (int i = 0; i < all.Length; i++)
            {
                all[i] = i < 32 ? (char)i : others[i - 32];
            }

            return all;
        }

        private static bool IsSeparator(char c) => c == '\\' || c == '/';

        private static bool IsDrive(char c) => (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');

        private static bool IsBlank(string path) => path == null || path.Trim(' ').Length == 0;

        private static int RootLength(string path)
        {
            if (path.Length >= 2 && path[1] == ':' && IsDrive(path[0]))
            {
                return path.Length > 2 && IsSeparator(path[2]) ? 3 : 2;
            }

            return path.Length == 1 && IsSeparator(path[0]) ? 1 : 0;
        }

        private static int LastDot(string path)
        {
            for (int i = path.Length - 1; i >= 0 && !IsSeparator(path[i]); i--)
            {
                if (path[i] == '.')
                {
                    return i;
                }
            }

            return -1;
        }

        // One kind of separator, none doubled, no . and no .. left.
        private static string Normalize(string path)
        {
            if (path.Length == 0)
            {
                return path;
            }

            ArrayList parts = new ArrayList();
            bool climbs = false;
            foreach (string part in path.Split('\\', '/'))
            {
                if (part == "..")
                {
                    climbs = true;
                    if (parts.Count > 0)
                    {
                        parts.RemoveAt(parts.Count - 1);
                    }
                }
                else if (part.Length != 0 && part != ".")
                {
                    parts.Add(part);
                }
            }

            // A leading separator is lost where there was a "..": so the library has it.
            string result = !climbs && IsSeparator(path[0]) ? @"\" : string.Empty;
            for (int i = 0; i < parts.Count; i++)
            {
                result += i == 0 ? (string)parts[i] : @"\" + parts[i];
            }

            bool closed = result.Length > 0 && IsSeparator(result[result.Length - 1]);
            return IsSeparator(path[path.Length - 1]) && !closed ? result + @"\" : result;
        }
    }
}
