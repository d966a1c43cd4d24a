namespace SecureEsp.DeviceApp.Formats
{
    /// <summary>Tells good values from bad ones. The device's own parsers take signs and spaces; these do not.</summary>
    public static class SettingValues
    {
        private const string Drive = "I:\\";

        /// <summary>Sets <paramref name="number"/> where the text is plain digits within the range; else leaves it.</summary>
        public static bool TryNumber(string text, int least, int most, ref int number)
        {
            if (text.Length == 0 || text.Length > 9)
            {
                return false;
            }

            var value = 0;
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] < '0' || text[i] > '9')
                {
                    return false;
                }

                value = (value * 10) + (text[i] - '0');
            }

            if (value < least || value > most)
            {
                return false;
            }

            number = value;
            return true;
        }

        /// <summary>
        /// A device id is a certificate's CN (64 characters, RFC 5280), a client id and one level of a topic: none of
        /// MQTT's <c>/ + #</c>.
        /// </summary>
        public static bool IsDeviceId(string text)
        {
            if (text.Length == 0 || text.Length > 64)
            {
                return false;
            }

            for (var i = 0; i < text.Length; i++)
            {
                if (!IsNameCharacter(text[i]))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>An ASCII letter or digit, or one of <c>. _ -</c>.</summary>
        public static bool IsNameCharacter(char c)
        {
            return IsLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
        }

        /// <summary>A host name or IPv4 address: letters, digits, dots, hyphens (RFC 1123).</summary>
        public static bool IsHost(string text)
        {
            if (text.Length == 0 || text.Length > 253 || text[0] == '.' || text[0] == '-')
            {
                return false;
            }

            for (var i = 0; i < text.Length; i++)
            {
                if (!IsLetterOrDigit(text[i]) && text[i] != '.' && text[i] != '-')
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>A request target in origin form (RFC 9112 section 3.2.1), already percent-encoded.</summary>
        public static bool IsPath(string text)
        {
            return text.Length > 0 && text.Length <= 256 && text[0] == '/' && HttpsUrl.IsVisible(text);
        }

        /// <summary>
        /// A path on the internal flash, of printable ASCII, or nothing. Each file has one such name (<see cref="FilePath"/>): by another one a
        /// key would not be known as such.
        /// </summary>
        public static bool IsFileOrNone(string text)
        {
            if (text.Length == 0)
            {
                return true;
            }

            if (text.Length <= Drive.Length || text.Length > 64 || !text.StartsWith(Drive) || text.IndexOf('/') >= 0)
            {
                return false;
            }

            var path = FilePath.WithSlashes(text.Substring(Drive.Length));
            return FilePath.Normalise(path) == path;
        }

        /// <summary>Printable ASCII, or nothing. mbedTLS takes the bytes as they are.</summary>
        public static bool IsPasswordOrNone(string text)
        {
            return IsPrintable(text, 64);
        }

        /// <summary>Name of a product: printable ASCII.</summary>
        public static bool IsProduct(string text)
        {
            return text.Length > 0 && IsPrintable(text, 32);
        }

        private static bool IsPrintable(string text, int limit)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] < ' ' || text[i] > '~')
                {
                    return false;
                }
            }

            return text.Length <= limit;
        }

        private static bool IsLetterOrDigit(char c)
        {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        }
    }
}
