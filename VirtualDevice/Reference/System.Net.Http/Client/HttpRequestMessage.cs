using System.Net.Http.Headers;

namespace System.Net.Http
{
    /// <summary>A request; it can be sent once.</summary>
    public class HttpRequestMessage : IDisposable
    {
        private HttpRequestHeaders _headers;
        private HttpMethod _method;
        private Uri _requestUri;
        private Version _version = HttpVersion.Version11;
        private bool _disposed;
        private bool _sent;

        /// <summary>Makes a GET request without target.</summary>
        public HttpRequestMessage()
            : this(HttpMethod.Get, null)
        {
        }

        /// <summary>Makes a request; the target may be relative to the client's BaseAddress, or null.</summary>
        /// <exception cref="FormatException">The target is no URI.</exception>
        public HttpRequestMessage(HttpMethod method, string requestUri)
        {
            _method = method;
            _requestUri = string.IsNullOrEmpty(requestUri) ? null : new Uri(requestUri, UriKind.RelativeOrAbsolute);
        }

        /// <summary>HTTP/1.1 by default.</summary>
        public Version Version
        {
            get { return _version; }
            set { _version = (Version)NotNull(value); }
        }

        /// <summary>Method.</summary>
        public HttpMethod Method
        {
            get { return _method; }
            set { _method = (HttpMethod)NotNull(value); }
        }

        /// <summary>Target; absolute once it was sent.</summary>
        public Uri RequestUri
        {
            get
            {
                return _requestUri;
            }

            set
            {
                ThrowIfDisposed();
                _requestUri = value;
            }
        }

        /// <summary>Header fields.</summary>
        public HttpRequestHeaders Headers => _headers ??= new HttpRequestHeaders();

        /// <summary>Body, null where there is none.</summary>
        public HttpContent Content { get; set; }

        /// <summary>Ends the use of the message; its content stays.</summary>
        public void Dispose()
        {
            Dispose(true);
        }

        internal bool MarkSent()
        {
            bool first = !_sent;
            _sent = true;
            return first;
        }

        /// <summary>Ends the use of the message.</summary>
        protected virtual void Dispose(bool disposing)
        {
            _disposed = true;
        }

        private object NotNull(object value)
        {
            ThrowIfDisposed();
            return value ?? throw new ArgumentNullException();
        }

        private void ThrowIfDisposed()
        {
            if (_disposed)
            {
                throw new ObjectDisposedException();
            }
        }
    }
}
