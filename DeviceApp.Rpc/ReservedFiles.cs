using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Rpc
{
    /// <summary>
    /// Files that callers neither see nor touch: the board's own, keys, secrets, settings, slots and what updates remember. Decided by the name
    /// alone, whatever its case.
    /// </summary>
    public static class ReservedFiles
    {
        private static readonly string[] s_beginnings = { "con_", "application.txt", "settings", "update-", "slot-", "payload-", "presence", "trial" };
        private static readonly string[] s_endings = { ".sys", ".key", ".pem", ".p12", ".pfx" };

        /// <summary>Whether a file is one of them.</summary>
        /// <param name="path">As <see cref="FilePath.Normalise"/> gives it.</param>
        /// <param name="named">Files that settings speak of, such as certificates, in the same form.</param>
        public static bool Has(string path, string[] named)
        {
            var lower = path.ToLower();
            var slash = lower.LastIndexOf('/');
            var name = slash < 0 ? lower : lower.Substring(slash + 1);
            for (var i = 0; i < s_beginnings.Length; i++)
            {
                if (lower.StartsWith(s_beginnings[i]))
                {
                    return true;
                }
            }

            for (var i = 0; i < s_endings.Length; i++)
            {
                if (name.EndsWith(s_endings[i]))
                {
                    return true;
                }
            }

            for (var i = 0; i < named.Length; i++)
            {
                if (HttpText.Same(named[i], path))
                {
                    return true;
                }
            }

            return name.IndexOf(".key.") >= 0;
        }
    }
}
