namespace SecureEsp.DeviceApp.Formats
{
    /// <summary>An absolute URL with the scheme https, in the strict form that this firmware takes: host, port, path and query.</summary>
    public sealed class HttpsUrl
    {
        /// <summary>Longest URL that is stored or sent over MQTT, in characters.</summary>
        public const int MaxStored = 512;

        /// <summary>Longest URL that a server may redirect to: one that is pre-signed carries credentials, scope and signature.</summary>
        public const int MaxRedirect = 2048;

        private const string Scheme = "https://";
        private const int StandardPort = 443;

        private HttpsUrl(string host, int port, string target)
        {
            Host = host;
            Port = port;
            Target = target;
        }

        /// <summary>Name or IPv4 address.</summary>
        public string Host { get; }

        /// <summary>Port; 443 where the URL has none.</summary>
        public int Port { get; }

        /// <summary>Path with query, as the request line has it (RFC 9112 section 3.2.1); at least <c>/</c>.</summary>
        public string Target { get; }

        /// <summary>
        /// Reads a URL of at most <paramref name="maxLength"/> characters. There is no user name, fragment, IPv6 address, space or non-ASCII
        /// character in it.
        /// </summary>
        /// <returns>Null for anything else.</returns>
        public static HttpsUrl Parse(string text, int maxLength)
        {
            if (text == null || text.Length > maxLength || !text.StartsWith(Scheme))
            {
                return null;
            }

            var end = text.IndexOf('/', Scheme.Length);
            var authority = end < 0 ? text.Substring(Scheme.Length) : text.Substring(Scheme.Length, end - Scheme.Length);
            var target = end < 0 ? "/" : text.Substring(end);
            var colon = authority.IndexOf(':');
            var port = StandardPort;
            if (colon >= 0 && !IsPort(authority.Substring(colon + 1), ref port))
            {
                return null;
            }

            var host = colon < 0 ? authority : authority.Substring(0, colon);
            return SettingValues.IsHost(host) && IsVisible(target) ? new HttpsUrl(host, port, target) : null;
        }

        private static bool IsPort(string text, ref int port)
        {
            return text.Length > 0 && text[0] != '0' && SettingValues.TryNumber(text, 1, 65535, ref port);
        }

        /// <summary>Whether all of it is visible ASCII, without a fragment.</summary>
        internal static bool IsVisible(string target)
        {
            for (var i = 0; i < target.Length; i++)
            {
                if (target[i] <= ' ' || target[i] > '~' || target[i] == '#')
                {
                    return false;
                }
            }

            return true;
        }
    }
}
