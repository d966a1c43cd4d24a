using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace System.Net
{
    /// <summary>
    /// A request to an HTTP server. It presents no client certificate. Two defaults to know: SslVerification is 0, which verifies
    /// NOTHING, and SslProtocols is None, which is TLS 1.3 only.
    /// </summary>
    public partial class HttpWebRequest : WebRequest
    {
        private const int DefaultReadWriteTimeout = 5 * 60 * 1000;

        private static int s_defaultMaximumResponseHeadersLength = 4;

        private WebHeaderCollection _headers = new WebHeaderCollection(true);
        private Version _version = HttpVersion.Version11;
        private BodyMode _bodyMode;
        private string _method = "GET";
        private long _contentLength = -1;
        private int _timeout = DefaultTimeout;
        private int _readWriteTimeout = DefaultReadWriteTimeout;
        private int _maximumResponseHeadersLength = s_defaultMaximumResponseHeadersLength;

        internal HttpWebRequest(Uri uri)
        {
            RequestUri = uri;
        }

        private enum BodyMode
        {
            None,
            Length,
            Chunked
        }

        /// <summary>Kilobytes of header fields that new requests accept, 4 by default; -1 = no limit.</summary>
        public static int DefaultMaximumResponseHeadersLength
        {
            get { return s_defaultMaximumResponseHeadersLength; }
            set { s_defaultMaximumResponseHeadersLength = PositiveOrMinusOne(value); }
        }

        /// <inheritdoc/>
        public override Uri RequestUri { get; }

        /// <summary>As RequestUri.</summary>
        public Uri Address => RequestUri;

        /// <summary>Milliseconds until the head of the response must be there, 100000 by default, -1 = no limit.</summary>
        public override int Timeout
        {
            get
            {
                return _timeout;
            }

            set
            {
                if (value < 0 && value != System.Threading.Timeout.Infinite)
                {
                    throw new ArgumentOutOfRangeException();
                }

                _timeout = value;
            }
        }

        /// <summary>Milliseconds for one read or write, 300000 by default, -1 = no limit.</summary>
        public int ReadWriteTimeout
        {
            get
            {
                return _readWriteTimeout;
            }

            set
            {
                ThrowIfSent();
                _readWriteTimeout = PositiveOrMinusOne(value);
            }
        }

        /// <summary>Credentials for Basic authentication.</summary>
        public NetworkCredential Credentials { get; set; }

        /// <summary>CA that is trusted besides the stored bundle.</summary>
        public X509Certificate HttpsAuthentCert { get; set; }

        /// <summary>How the server is verified; 0, the default, verifies nothing. Set CertificateRequired.</summary>
        public SslVerification SslVerification { get; set; }

        /// <summary>TLS versions; None, the default, is 1.3 only.</summary>
        public SslProtocols SslProtocols { get; set; } = SslProtocols.None;

        /// <summary>Without effect.</summary>
        public bool AllowWriteStreamBuffering { get; set; }

        /// <summary>Bytes of the body, -1 where none is announced.</summary>
        public override long ContentLength
        {
            get
            {
                return _contentLength;
            }

            set
            {
                ThrowIfSent();
                if (value < 0)
                {
                    throw new ArgumentOutOfRangeException();
                }

                _contentLength = value;
                _bodyMode = BodyMode.Length;
            }
        }

        /// <summary>Called for 100 Continue; the final response is then not read, GetResponse returns the 100.</summary>
        public HttpContinueDelegate ContinueDelegate { get; set; }

        /// <summary>Always false.</summary>
        public bool AllowAutoRedirect => false;

        /// <summary>Always 0.</summary>
        public int MaximumAutomaticRedirections => 0;

        /// <summary>Method, GET by default.</summary>
        public override string Method
        {
            get
            {
                return _method;
            }

            set
            {
                if (string.IsNullOrEmpty(value) || value.IndexOfAny(new char[] { ' ', '\r', '\t', '\n' }) >= 0)
                {
                    throw new ArgumentException();
                }

                _method = value;
            }
        }

        /// <summary>True, the default, keeps the connection for later requests.</summary>
        public bool KeepAlive { get; set; } = true;

        /// <summary>Kilobytes of header fields that are accepted; -1 = no limit.</summary>
        public int MaximumResponseHeadersLength
        {
            get { return _maximumResponseHeadersLength; }
            set { _maximumResponseHeadersLength = PositiveOrMinusOne(value); }
        }

        /// <summary>Header fields; restricted ones such as Range throw ArgumentException.</summary>
        public override WebHeaderCollection Headers
        {
            get
            {
                return _headers;
            }

            set
            {
                ThrowIfSent();
                WebHeaderCollection headers = new WebHeaderCollection(true);
                string[] names = value.AllKeys;
                for (int i = 0; i < names.Length; i++)
                {
                    headers.Add(names[i], value[names[i]]);
                }

                _headers = headers;
            }
        }

        /// <summary>True announces a chunked body; the chunks themselves are the caller's to write.</summary>
        public bool SendChunked
        {
            get
            {
                return _bodyMode == BodyMode.Chunked;
            }

            set
            {
                ThrowIfSent();
                _bodyMode = value ? BodyMode.Chunked : _contentLength >= 0 ? BodyMode.Length : BodyMode.None;
            }
        }

        /// <summary>HTTP/1.1, the default, or HTTP/1.0.</summary>
        public Version ProtocolVersion
        {
            get
            {
                return _version;
            }

            set
            {
                if (!value.Equals(HttpVersion.Version10) && !value.Equals(HttpVersion.Version11))
                {
                    throw new ArgumentException();
                }

                _version = new Version(value.Major, value.Minor);
            }
        }

        private static int PositiveOrMinusOne(int value)
        {
            return value > 0 || value == -1 ? value : throw new ArgumentOutOfRangeException();
        }

        private void ThrowIfSent()
        {
            if (_connection != null)
            {
                throw new InvalidOperationException();
            }
        }
    }
}
