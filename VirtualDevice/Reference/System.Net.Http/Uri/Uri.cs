namespace System
{
    /// <summary>A uniform resource identifier (RFC 3986), as far as the nanoFramework library understands them.</summary>
    public class Uri
    {
        /// <summary>Scheme of HTTP.</summary>
        public const string UriSchemeHttp = "http";

        /// <summary>Scheme of HTTP over TLS.</summary>
        public const string UriSchemeHttps = "https";

        /// <summary>TCP port of HTTP.</summary>
        public const int HttpDefaultPort = 80;

        /// <summary>TCP port of HTTP over TLS.</summary>
        public const int HttpsDefaultPort = 443;

        private readonly string _original;
        private readonly UriParts _parts;

        /// <summary>Takes an absolute URI.</summary>
        /// <exception cref="ArgumentNullException">Nothing given.</exception>
        /// <exception cref="ArgumentException">It is not absolute.</exception>
        public Uri(string uriString)
        {
            if (string.IsNullOrEmpty(uriString))
            {
                throw new ArgumentNullException();
            }

            _original = uriString;
            _parts = UriParts.Parse(uriString) ?? throw new ArgumentException();
        }

        /// <summary>Takes a URI of a kind.</summary>
        /// <exception cref="FormatException">It is not of that kind.</exception>
        public Uri(string uriString, UriKind kind)
        {
            _original = uriString;
            _parts = kind == UriKind.Relative ? null : UriParts.Parse(uriString);
            if (_parts == null && (kind == UriKind.Absolute || !IsWellFormed(uriString)))
            {
                throw new FormatException();
            }
        }

        /// <summary>Resolves a reference against a base; dot segments stay.</summary>
        /// <exception cref="ArgumentNullException">No base.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The base is not absolute.</exception>
        public Uri(Uri baseUri, string relativeUri)
        {
            if (baseUri is null)
            {
                throw new ArgumentNullException();
            }

            if (!baseUri.IsAbsoluteUri)
            {
                throw new ArgumentOutOfRangeException();
            }

            _original = string.IsNullOrEmpty(relativeUri) ? baseUri.OriginalString : Combine(baseUri, relativeUri);
            _parts = UriParts.Parse(_original);
        }

        /// <summary>What the host is.</summary>
        public UriHostNameType HostNameType => _parts == null ? UriHostNameType.Unknown : _parts.HostNameType();

        /// <summary>TCP port, -1 where neither the URI nor its scheme has one.</summary>
        public int Port => Parts.Port;

        /// <summary>True where it has a scheme.</summary>
        public bool IsAbsoluteUri => _parts != null;

        /// <summary>True for a file on a host.</summary>
        public bool IsUnc => Parts.Scheme == "file" && Parts.Host.Length > 0;

        /// <summary>True where the port is the scheme's own.</summary>
        public bool IsDefaultPort => Parts.Port == UriParts.DefaultPort(Parts.Scheme);

        /// <summary>True for the scheme file.</summary>
        public bool IsFile => _parts != null && _parts.Scheme == "file";

        /// <summary>The path, split at slashes; the first part of a rooted path is empty.</summary>
        public string[] Segments => AbsolutePath.Split('/');

        /// <summary>The path, at least a slash.</summary>
        public string AbsolutePath => Parts.Path;

        /// <summary>The text that was given.</summary>
        public string OriginalString => _original;

        /// <summary>The whole URI, without a port that is the scheme's own.</summary>
        public string AbsoluteUri => Parts.Absolute();

        /// <summary>The fragment with its #, or nothing.</summary>
        public string Fragment => _parts == null ? string.Empty : _parts.Fragment;

        /// <summary>The query with its ?, or nothing.</summary>
        public string Query => _parts == null ? string.Empty : _parts.Query;

        /// <summary>Path and query: the request target.</summary>
        public string PathAndQuery => AbsolutePath + Query;

        /// <summary>What stands before the @, or nothing.</summary>
        public string UserInfo => _parts == null ? string.Empty : _parts.UserInfo;

        /// <summary>The scheme in small letters.</summary>
        public string Scheme => Parts.Scheme;

        /// <summary>Name or address, without port.</summary>
        public string Host => Parts.Host;

        /// <summary>True for the names localhost and loopback, and no other.</summary>
        public bool IsLoopback => Parts.Host == "localhost" || Parts.Host == "loopback";

        private UriParts Parts => _parts ?? throw new InvalidOperationException();

        /// <summary>True where a text can be taken for that kind.</summary>
        public static bool IsWellFormedUriString(string uriString, UriKind uriKind)
        {
            try
            {
                return new Uri(uriString, uriKind) != null;
            }
            catch (Exception)
            {
                // Whatever the constructor throws means no.
                return false;
            }
        }

        /// <summary>As in the nanoFramework library: absolute URIs are equal where their PATHS are, whatever host and query.</summary>
        public static bool operator ==(Uri lhs, Uri rhs)
        {
            if (lhs is null || rhs is null)
            {
                return lhs is null && rhs is null;
            }

            return lhs.IsAbsoluteUri && rhs.IsAbsoluteUri
                ? lhs.AbsolutePath.ToLower() == rhs.AbsolutePath.ToLower()
                : lhs._original.ToLower() == rhs._original.ToLower();
        }

        /// <summary>The reverse of ==.</summary>
        public static bool operator !=(Uri lhs, Uri rhs)
        {
            return !(lhs == rhs);
        }

        /// <inheritdoc/>
        public override bool Equals(object o)
        {
            return this == (Uri)o;
        }

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            return base.GetHashCode();
        }

        private static string Combine(Uri baseUri, string relative)
        {
            if (UriParts.Parse(relative) != null)
            {
                return relative;
            }

            string root = baseUri.AbsoluteUri;
            root = root.Substring(0, root.Length - baseUri.Query.Length - baseUri.Fragment.Length);
            if (relative[0] == '/')
            {
                return root.Substring(0, root.Length - baseUri.AbsolutePath.Length) + relative;
            }

            return root.Substring(0, root.LastIndexOf('/') + 1) + relative;
        }

        /// <summary>No control characters, and every % followed by two hexadecimal digits.</summary>
        private static bool IsWellFormed(string text)
        {
            text = new UriParts().TakeTail(text);
            for (int i = 0; i < text.Length; i++)
            {
                if (text[i] < ' ')
                {
                    return false;
                }

                if (text[i] == '%' && (i + 2 >= text.Length || !IsHex(text[i + 1]) || !IsHex(text[i + 2])))
                {
                    return false;
                }
            }

            return true;
        }

        private static bool IsHex(char c)
        {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        }
    }
}
