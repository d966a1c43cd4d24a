using System.Text;

namespace SecureEsp.DeviceApp.Wifi
{
    /// <summary>
    /// Understands <c>{SSID} {PWD}</c>. The first space parts them; an SSID with spaces, or with a quote at its start, stands
    /// in double quotes: <c>"my net" {PWD}</c>. The password takes the rest of the line as it is.
    /// </summary>
    public sealed class WifiEntry
    {
        /// <summary>Longest SSID, in bytes (IEEE 802.11).</summary>
        public const int MaxSsidBytes = 32;

        /// <summary>Shortest WPA2 passphrase, in characters.</summary>
        public const int MinPassword = 8;

        /// <summary>Longest WPA2 passphrase, in characters.</summary>
        public const int MaxPassword = 63;

        private WifiEntry(WifiCredentials credentials, string problem)
        {
            Credentials = credentials;
            Problem = problem;
        }

        /// <summary>What was entered; null where there is a <see cref="Problem"/>.</summary>
        public WifiCredentials Credentials { get; }

        /// <summary>Why the line is not accepted; null where it is. Never repeats what was typed.</summary>
        public string Problem { get; }

        /// <summary>Reads one line.</summary>
        public static WifiEntry Parse(string line)
        {
            if (line.Length == 0)
            {
                return Refuse("the line is empty");
            }

            var quoted = line[0] == '"';
            var space = quoted ? line.IndexOf("\" ", 1) + 1 : line.IndexOf(' ');
            if (quoted && space == 0)
            {
                return Refuse("there is no closing quote with a space after it");
            }

            if (space < 0)
            {
                return Refuse("there is no space between SSID and password");
            }

            if (space == 0)
            {
                return Refuse("the line starts with a space, so there is no SSID");
            }

            var ssid = quoted ? line.Substring(1, space - 2) : line.Substring(0, space);
            if (ssid.Length == 0)
            {
                return Refuse("there is nothing between the quotes");
            }

            return Of(ssid, line.Substring(space + 1));
        }

        /// <summary>Takes the two as they are.</summary>
        public static WifiEntry Of(string ssid, string password)
        {
            if (ssid.Length == 0)
            {
                return Refuse("the SSID is empty");
            }

            if (Encoding.UTF8.GetBytes(ssid).Length > MaxSsidBytes)
            {
                return Refuse("the SSID has more than 32 bytes");
            }

            if (password.Length < MinPassword || password.Length > MaxPassword)
            {
                return Refuse("the password must have 8 to 63 characters");
            }

            for (var i = 0; i < password.Length; i++)
            {
                if (password[i] < ' ' || password[i] > '~')
                {
                    return Refuse("the password may only have printable ASCII characters");
                }
            }

            return new WifiEntry(new WifiCredentials(ssid, password), null);
        }

        private static WifiEntry Refuse(string why)
        {
            return new WifiEntry(null, why);
        }
    }
}
