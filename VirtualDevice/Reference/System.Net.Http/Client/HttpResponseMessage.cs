using System.Net.Http.Headers;

namespace System.Net.Http
{
    /// <summary>A response. Disposing it disposes its content, and with that the connection.</summary>
    public class HttpResponseMessage : IDisposable
    {
        private HttpResponseHeaders _headers;
        private HttpRequestMessage _requestMessage;
        private HttpContent _content;
        private Version _version = HttpVersion.Version11;
        private bool _disposed;

        /// <summary>Makes a response with status 200.</summary>
        public HttpResponseMessage()
            : this(HttpStatusCode.OK)
        {
        }

        /// <summary>Makes a response.</summary>
        /// <exception cref="ArgumentOutOfRangeException">Not within 0 to 999.</exception>
        public HttpResponseMessage(HttpStatusCode statusCode)
        {
            if ((int)statusCode < 0 || (int)statusCode > 999)
            {
                throw new ArgumentOutOfRangeException();
            }

            StatusCode = statusCode;
        }

        /// <summary>Body.</summary>
        public HttpContent Content
        {
            get
            {
                return _content;
            }

            set
            {
                ThrowIfDisposed();
                _content = value;
            }
        }

        /// <summary>Header fields; the library gives no way to read them.</summary>
        public HttpResponseHeaders Headers => _headers ??= new HttpResponseHeaders();

        /// <summary>True for 200 to 299.</summary>
        public bool IsSuccessStatusCode => (int)StatusCode >= 200 && (int)StatusCode <= 299;

        /// <summary>Reason phrase, with the blank before it.</summary>
        public string ReasonPhrase { get; set; }

        /// <summary>Request that led to it.</summary>
        public HttpRequestMessage RequestMessage
        {
            get
            {
                return _requestMessage;
            }

            set
            {
                ThrowIfDisposed();
                _requestMessage = value;
            }
        }

        /// <summary>Status code.</summary>
        public HttpStatusCode StatusCode { get; }

        /// <summary>HTTP/1.1, whatever the server has sent.</summary>
        public Version Version
        {
            get
            {
                return _version;
            }

            set
            {
                ThrowIfDisposed();
                _version = value;
            }
        }

        /// <summary>Returns the response where its status is 200 to 299.</summary>
        /// <exception cref="HttpRequestException">Any other status; the exception does not say which.</exception>
        public HttpResponseMessage EnsureSuccessStatusCode()
        {
            return IsSuccessStatusCode ? this : throw new HttpRequestException();
        }

        /// <summary>Disposes the content.</summary>
        public void Dispose()
        {
            Dispose(true);
        }

        /// <summary>Disposes the content.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (disposing && !_disposed)
            {
                _disposed = true;
                _content?.Dispose();
            }
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
