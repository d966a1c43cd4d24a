namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>
    /// <c>I:\presence.txt</c>: secrets that were made, and printed on the label, before the device was: two lines <c>key=value</c>. Where it
    /// is not there the device makes its own.
    /// </summary>
    public static class PresenceFile
    {
        /// <summary>Where it lies.</summary>
        public const string Path = "I:\\presence.txt";

        /// <summary>Largest file, in bytes.</summary>
        public const int MaxBytes = 512;

        /// <summary>Reads it.</summary>
        /// <returns>Null where a line is missing or no good.</returns>
        public static Presence Parse(string text)
        {
            var lines = text.Split('\n');
            string password = null;
            string code = null;
            for (var i = 0; i < lines.Length; i++)
            {
                var line = lines[i].TrimEnd('\r');
                password = Value(line, Presence.PasswordKey) ?? password;
                code = Value(line, Presence.CodeKey) ?? code;
            }

            return Presence.Of(password, code);
        }

        private static string Value(string line, string key)
        {
            var fits = line.Length > key.Length && line[key.Length] == '=' && line.Substring(0, key.Length) == key;
            return fits ? line.Substring(key.Length + 1) : null;
        }
    }
}
