namespace SecureEsp.DeviceApp.Formats
{
    /// <summary>
    /// Names of files as callers give them: <c>www/index.html</c>, with or without a slash before it. Nothing in them can lead out of
    /// the flash or mean another place than it seems to: no <c>.</c> or <c>..</c>, no drive, no backslash, printable ASCII only.
    /// </summary>
    public static class FilePath
    {
        /// <summary>Longest path, in characters. The file system takes 258 with the drive.</summary>
        public const int MaxLength = 120;

        private const int MaxDepth = 4;

        /// <summary>The path without a slash before or behind it; null where it cannot be used. The top is an empty string.</summary>
        public static string Normalise(string path)
        {
            var start = path.Length > 0 && path[0] == '/' ? 1 : 0;
            var end = path.Length > start && path[path.Length - 1] == '/' ? path.Length - 1 : path.Length;
            if (end - start > MaxLength)
            {
                return null;
            }

            var depth = 0;
            for (var at = start; at < end; depth++)
            {
                var stop = at;
                while (stop < end && path[stop] != '/')
                {
                    stop++;
                }

                if (!IsName(path, at, stop) || stop == end - 1)
                {
                    return null;
                }

                at = stop + 1;
            }

            return depth <= MaxDepth ? path.Substring(start, end - start) : null;
        }

        /// <summary>The path of these calls for one of the board's file system.</summary>
        public static string WithSlashes(string path)
        {
            return Characters.Replace(path, '\\', '/');
        }

        /// <summary>The board's path for one of these calls.</summary>
        public static string WithBackslashes(string path)
        {
            return Characters.Replace(path, '/', '\\');
        }

        private static bool IsName(string path, int start, int end)
        {
            if (start == end || path[end - 1] == '.' || path[end - 1] == ' ' || path[start] == ' ')
            {
                return false;
            }

            for (var i = start; i < end; i++)
            {
                var c = path[i];
                if (c < ' ' || c > '~' || "\\:*?\"<>|".IndexOf(c) >= 0)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
