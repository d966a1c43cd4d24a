namespace System
{
    /// <summary>The parts of a URI (RFC 3986, 3), split as the nanoFramework library splits them: nothing is decoded or normalised.</summary>
    internal sealed class UriParts
    {
        internal string Scheme = string.Empty;
        internal string UserInfo = string.Empty;
        internal string Host = string.Empty;
        internal string Path = string.Empty;
        internal string Query = string.Empty;
        internal string Fragment = string.Empty;
        internal int Port = -1;
        internal bool Rooted;

        /// <summary>The parts, or null where the text has no scheme.</summary>
        /// <exception cref="ArgumentException">A scheme such as http without //.</exception>
        /// <exception cref="FormatException">A port that is no number.</exception>
        internal static UriParts Parse(string text)
        {
            text = text.Trim();
            int colon = text.IndexOf(':');
            if (colon < 1 || colon + 1 >= text.Length || !IsScheme(text, colon))
            {
                return null;
            }

            UriParts parts = new UriParts { Scheme = text.Substring(0, colon).ToLower() };
            string rest = parts.TakeTail(text.Substring(colon + 1));
            parts.Rooted = rest.StartsWith("//");
            if (!parts.Rooted)
            {
                if (DefaultPort(parts.Scheme) >= 0)
                {
                    throw new ArgumentException();
                }

                parts.Path = rest;
                return parts;
            }

            int slash = rest.IndexOf('/', 2);
            parts.Path = slash < 0 ? "/" : rest.Substring(slash);
            parts.SplitAuthority(slash < 0 ? rest.Substring(2) : rest.Substring(2, slash - 2));
            return parts;
        }

        internal static int DefaultPort(string scheme)
        {
            switch (scheme)
            {
                case "http":
                case "ws":
                    return 80;
                case "https":
                case "wss":
                    return 443;
                case "ftp":
                    return 21;
                case "mqtt":
                    return 1883;
                case "mqtts":
                    return 8883;
                default:
                    return -1;
            }
        }

        /// <summary>Query and fragment of a relative reference are taken off in the same way.</summary>
        internal string TakeTail(string text)
        {
            int hash = text.IndexOf('#');
            if (hash >= 0)
            {
                Fragment = text.Substring(hash);
                text = text.Substring(0, hash);
            }

            int question = text.IndexOf('?');
            if (question >= 0)
            {
                Query = text.Substring(question);
                text = text.Substring(0, question);
            }

            return text;
        }

        internal UriHostNameType HostNameType()
        {
            if (Host.Length == 0)
            {
                return Scheme == "file" || Scheme == "mailto" ? UriHostNameType.Basic : UriHostNameType.Unknown;
            }

            return Host[0] == '[' ? UriHostNameType.IPv6 : IsIPv4(Host) ? UriHostNameType.IPv4 : UriHostNameType.Dns;
        }

        internal string Absolute()
        {
            string user = UserInfo.Length == 0 ? string.Empty : UserInfo + "@";
            string port = Port == DefaultPort(Scheme) ? string.Empty : ":" + Port.ToString();
            return Scheme + ":" + (Rooted ? "//" : string.Empty) + user + Host + port + Path + Query + Fragment;
        }

        internal static bool IsIPv4(string host)
        {
            string[] numbers = host.Split('.');
            if (numbers.Length != 4)
            {
                return false;
            }

            for (int i = 0; i < 4; i++)
            {
                if (numbers[i].Length > 3 || !int.TryParse(numbers[i], out int number) || number < 0 || number > 255)
                {
                    return false;
                }
            }

            return true;
        }

        private static bool IsScheme(string text, int length)
        {
            for (int i = 0; i < length; i++)
            {
                char c = text[i];
                bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                bool other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
                if (!letter && (i == 0 || !other))
                {
                    return false;
                }
            }

            return true;
        }

        private void SplitAuthority(string authority)
        {
            int at = authority.LastIndexOf('@');
            if (at >= 0)
            {
                UserInfo = authority.Substring(0, at);
                authority = authority.Substring(at + 1);
            }

            int colon = authority.LastIndexOf(':');
            if (colon < 0 || authority.LastIndexOf(']') > colon)
            {
                Host = authority;
                Port = DefaultPort(Scheme);
                return;
            }

            Host = authority.Substring(0, colon);
            Port = int.Parse(authority.Substring(colon + 1));
        }
    }
}
